// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace relink::sandbox {

//! What a person types in where a real provider would want the real thing. These are printed on
//! the sandbox's own page; they open nothing else.
inline constexpr auto clientId = "practice-client"; //!< any other is accepted too
inline constexpr auto clientSecret = "practice-secret";
inline constexpr auto userName = "practice";
inline constexpr auto password = "practice-password";
inline constexpr auto productionKey = "practice-key";
inline constexpr auto testKey = "practice-test-key";
inline constexpr auto refreshToken = "practice-refresh-token";
inline constexpr auto testRefreshToken = "practice-refresh-token-test";

//! The practice value itself or a newer one of it: practice-key, practice-key-2, practice-key-new.
bool isPracticeValue(const QString &text, const char *value);
//! The first of a practice value and the newer ones of it that is not over.
QString freshValue(const char *value, const std::function<bool(const QString &)> &isOver);

//! A company that a person can give access to. Providers have numbers, names or UUIDs for them.
struct PracticeOrganisation
{
    QString key;
    QString name;
    QString uuid;
    QString number;
};

struct PracticePerson
{
    QString key;
    QString name;
    QString email;
    QString number;
};

const QList<PracticeOrganisation> &organisations();
const QList<PracticePerson> &people();
//! The first when there is none of that key.
const PracticeOrganisation &organisation(const QString &key);
const PracticePerson &person(const QString &key);

} // namespace relink::sandbox
