// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/heldelsewhere.h"

#include "cli/terminal.h"
#include "core/model/providerpack.h"
#include "core/rules/plaintext.h"
#include "words/methodwords.h"
#include "words/words.h"

namespace relink::cli {

using namespace Qt::StringLiterals;

void tellWhatToDoThere(Terminal &terminal, const ProviderPack &pack, const AuthMethod &method)
{
    if (!method.setupPath.isEmpty())
        terminal.errLine(u"  "_s % plainText(words::packText(method.setupPath)));
    if (!method.setupUrl.isEmpty())
        terminal.errLine(u"  "_s % plainText(method.setupUrl));
    if (method.setupPath.isEmpty() && method.setupUrl.isEmpty())
        terminal.errLine(u"  "_s % words::methodWithoutPlace(method, pack.name));
    for (const QString &pitfall : pack.pitfalls)
        terminal.errLine(u"  "_s % plainText(words::packText(pitfall), 2000));
}

} // namespace relink::cli
