// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/transferwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"

namespace relink::words {

QString unpaired(const ExportedPair &pair, PairLoss why)
{
    const QString one = plainText(pair.one, 60);
    const QString another = plainText(pair.another, 60);
    switch (why) {
    case PairLoss::SideMissing:
        return translate(
                   "Transfer",
                   "“%1” and “%2” were a pair, but one of them is left out, so there is none.")
            .arg(one, another);
    case PairLoss::AnotherConnection:
        return translate("Transfer",
                         "“%1” and “%2” were a pair, but what has such a name here may be another "
                         "account. Pair them yourself if it is the same.")
            .arg(one, another);
    case PairLoss::NoPair:
        return translate("Transfer",
                         "“%1” and “%2” were a pair, but a pair is an accounting connection and a "
                         "shop, marketplace or till.")
            .arg(one, another);
    case PairLoss::Already:
        return translate("Transfer", "“%1” and “%2” are a pair here already.").arg(one, another);
    case PairLoss::NameTaken:
        return translate("Transfer",
                         "“%1” and “%2” were a pair, but a connection has its name, “%3”. Pair "
                         "them under another name.")
            .arg(one, another, plainText(pair.name, 60));
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
