// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/textdiagnosis.h"
#include "core/rules/clausereading.h"
#include "core/rules/packtextrule.h"
#include "core/rules/textrule.h"

#include <span>

namespace relink {

//! Judges one text; the first rule that speaks decides, those after it become other readings.
class TextJudge
{
public:
    TextJudge(const ErrorText &text, TextDiagnosis &result)
        : m_text(text)
        , m_result(result)
    {}

    bool isDecided() const { return m_decided; }

    void read(std::span<const TextRule> rules);
    void read(const TextRule &rule);
    void read(const PastedCode &code);
    void read(const ErrorRule &rule, const TextMatch &match);
    void read(const ClauseReading &reading);

private:
    void decide(qsizetype start, qsizetype length);
    void add(ErrorClass errorClass, const char *why);

    const ErrorText &m_text;
    TextDiagnosis &m_result;
    bool m_decided = false;
};

} // namespace relink
