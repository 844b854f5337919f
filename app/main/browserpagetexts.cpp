// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/browserpagetexts.h"

#include "words/translate.h"

namespace relink {

using words::translate;

RedirectPageTexts browserPageTexts()
{
    RedirectPageTexts texts;
    //: The language of these pages as BCP 47, e.g. de
    texts.language = translate("BrowserPage", "en-GB");
    texts.connected = {translate("BrowserPage", "Connected"),
                       translate("BrowserPage",
                                 "The account is connected. You can close this page and go back to "
                                 "Relink.")};
    texts.failed = {translate("BrowserPage", "Not connected"),
                    translate("BrowserPage",
                              "Relink could not finish connecting the account and shows why and "
                              "what helps. You can close this page.")};
    texts.declined = {translate("BrowserPage", "Access was declined"),
                      translate("BrowserPage",
                                "Nothing has been changed. You can close this page and go back to "
                                "Relink.")};
    texts.undecided = {translate("BrowserPage", "Relink is still busy"),
                       translate("BrowserPage",
                                 "Relink will show whether the account is connected. You can close "
                                 "this page.")};
    texts.repeated = {translate("BrowserPage", "Nothing more to do here"),
                      translate("BrowserPage",
                                "Relink has this reply already. You can close this page and go "
                                "back to Relink.")};
    texts.refused = {translate("BrowserPage", "This page is of no use"),
                     translate("BrowserPage",
                               "Relink did not expect this request and has changed nothing. You "
                               "can close this page.")};
    return texts;
}

} // namespace relink
