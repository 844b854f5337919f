// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errortext.h"

#include "core/rules/linesofinterest.h"
#include "core/rules/stackframe.h"
#include "core/rules/textfolder.h"
#include "core/rules/toldstatuses.h"
#include "core/rules/transcriptstep.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

QStringView withoutQuoteMarks(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && (line.at(i) == u'>' || line.at(i) == u'|' || line.at(i).isSpace()))
        ++i;
    return line.mid(i);
}

//! British and American spellings are one.
void spellAlike(QString &text)
{
    static constexpr std::array pairs {
        std::pair {"authoris"_L1, "authoriz"_L1},
        std::pair {"recognis"_L1, "recogniz"_L1},
        std::pair {"organis"_L1, "organiz"_L1},
    };
    for (const auto &[british, american] : pairs)
        text.replace(british, american);
}

//! A mail as it travelled: "=3D" for "=", lines that end in "=".
bool isQuotedPrintable(const QString &text)
{
    static const QRegularExpression escape(u"=(?:3D|20|22|27|0A|0D|C2|E2)|[^=\\s]=\\r?\\n"_s);
    auto found = escape.globalMatch(text);
    for (int times = 0; found.hasNext(); found.next()) {
        if (++times == 2)
            return true;
    }
    return false;
}

} // namespace

ErrorText::ErrorText(const QString &pasted)
{
    const LinesOfInterest interest = linesOfInterest(pasted);
    const QString &lines = interest.text;
    const QList<qsizetype> &kept = interest.origins;
    m_leavesOut = interest.leavesOut;
    const bool printable = isQuotedPrintable(lines);
    TextFolder rules(TextFolder::Words::Apart, printable);
    TextFolder whole(TextFolder::Words::AsWritten, printable);
    const QStringView view(lines);
    for (qsizetype begin = 0; begin < view.size();) {
        qsizetype end = view.indexOf(u'\n', begin);
        if (end < 0)
            end = view.size();
        const QStringView raw = view.mid(begin, end - begin);
        const QStringView line = withoutQuoteMarks(raw);
        whole.addLine(line, begin);
        if (!isStackFrame(line) && !isTranscriptStep(line)) {
            QString told = line.toString();
            blankCodePlaces(told);
            rules.addLine(told, begin + (raw.size() - line.size()));
        }
        begin = end + 1;
    }
    m_text = std::move(rules.text);
    m_origins = std::move(rules.origins);
    m_whole = std::move(whole.text);
    // The blank that ends a line stands behind it, and so behind the text.
    for (qsizetype &origin : m_origins) {
        origin = kept.isEmpty() ? std::min(origin, pasted.size() - 1)
                                : kept.at(std::min(origin, kept.size() - 1));
    }
    spellAlike(m_text);
    m_pieces = TextPieces(m_text);
    m_wholePieces = TextPieces(m_whole);
    m_statuses = statusesIn(m_text);
}

TextPassage ErrorText::passage(qsizetype start, qsizetype length) const
{
    if (start < 0 || length <= 0 || start + length > m_origins.size())
        return {};
    const qsizetype first = m_origins.at(start);
    return {first, m_origins.at(start + length - 1) + 1 - first};
}

std::optional<int> ErrorText::status() const
{
    const auto last = [this](int from, int to) -> std::optional<int> {
        for (auto it = m_statuses.crbegin(); it != m_statuses.crend(); ++it) {
            if (*it >= from && *it <= to)
                return *it;
        }
        return std::nullopt;
    };
    if (const auto refused = last(400, 499))
        return refused;
    if (const auto failed = last(500, 599))
        return failed;
    return last(200, 299);
}

} // namespace relink
