// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

//! Why a second reading of a failure is possible. Marked for lupdate; words::packText() translates
//! them where they are shown.
namespace relink::why {

// clang-format off
inline constexpr auto grantEnded = QT_TRANSLATE_NOOP("pack", "The access may have been withdrawn at the provider.");
inline constexpr auto expiredUnused = QT_TRANSLATE_NOOP("pack", "The sign-in may simply have run out.");
inline constexpr auto otherCompany = QT_TRANSLATE_NOOP("pack", "The connection may point at a company or shop that is no longer linked.");
inline constexpr auto missingScope = QT_TRANSLATE_NOOP("pack", "The authorisation may not have covered this kind of data.");
inline constexpr auto badSecret = QT_TRANSLATE_NOOP("pack", "The app's own secret may have been changed.");
inline constexpr auto wrongClock = QT_TRANSLATE_NOOP("pack", "This computer's clock may be wrong.");
inline constexpr auto certificateWrong
    = QT_TRANSLATE_NOOP("pack", "Something may be wrong with the certificate itself.");
inline constexpr auto moved = QT_TRANSLATE_NOOP("pack", "The provider's address may have changed.");
inline constexpr auto signInPage = QT_TRANSLATE_NOOP("pack", "A network sign-in page may have answered instead.");
inline constexpr auto testMode = QT_TRANSLATE_NOOP("pack", "The credential may belong to the other mode: test or live.");
inline constexpr auto spaces = QT_TRANSLATE_NOOP("pack", "A space may have slipped in when the credential was pasted.");
inline constexpr auto wrongLogin = QT_TRANSLATE_NOOP("pack", "The user name, password or key may be wrong.");
inline constexpr auto forged = QT_TRANSLATE_NOOP("pack", "The answer may not have come from the provider at all.");
inline constexpr auto planAllows = QT_TRANSLATE_NOOP("pack", "The plan or subscription may not include this.");
inline constexpr auto roleMissing = QT_TRANSLATE_NOOP("pack", "The user whose access is used may lack a role or permission.");
inline constexpr auto providerDown = QT_TRANSLATE_NOOP("pack", "The provider may have a fault that passes.");
inline constexpr auto accountShut = QT_TRANSLATE_NOOP("pack", "The account at the provider may be closed or suspended.");
inline constexpr auto appGone = QT_TRANSLATE_NOOP("pack", "The app may have been removed or blocked at the provider.");
inline constexpr auto tokenOld = QT_TRANSLATE_NOOP("pack", "An access token that has merely run out is refused in the same words.");
inline constexpr auto setUpWrong = QT_TRANSLATE_NOOP("pack", "An address, a scope name or another setting may be wrong.");
inline constexpr auto oldMethod = QT_TRANSLATE_NOOP("pack", "The program may use a way of signing in that was retired.");
inline constexpr auto tooMany = QT_TRANSLATE_NOOP("pack", "Too many requests may have been sent in a short time.");
inline constexpr auto otherUse = QT_TRANSLATE_NOOP("pack", "Another program or user may have taken the connection over.");
inline constexpr auto network = QT_TRANSLATE_NOOP("pack", "The network between this computer and the provider may be at fault.");
inline constexpr auto badlyPasted = QT_TRANSLATE_NOOP("pack", "The credential may have been cut off or mixed up when it was pasted.");
inline constexpr auto noFailure = QT_TRANSLATE_NOOP("pack", "The text may not be about the connection at all.");
// clang-format on

} // namespace relink::why
