// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/pathcheck.h"

#include "core/rules/answerpath.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

void check(PackProblems &problems, const QString &at, const QString &answerPath)
{
    if (!answerPath.isEmpty() && !isAnswerPath(answerPath))
        problems.add(at, u"This path leads nowhere: write it as “a.b” or “a[0].b”."_s);
}

} // namespace

void checkAnswerPaths(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const QMap<QString, QString> &paths = method.tokenAnswer.paths;
    const QString at = path + u".token_answer_paths."_s;
    QMap<QString, QString> taken;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        check(problems, at + it.key(), it.value());
        if (taken.contains(it.value())) {
            problems.add(at + it.key(),
                         u"“%1” is read from there already."_s.arg(taken.value(it.value())));
        }
        taken.insert(it.value(), it.key());
    }
    const auto whereIs = [&paths](const QString &name) { return paths.value(name, name); };
    const QString access = u"access_token"_s;
    const QString refresh = u"refresh_token"_s;
    if (whereIs(access) == whereIs(refresh) && paths.size() < 2) {
        const bool moved = paths.contains(access);
        problems.add(at + (moved ? access : refresh),
                     u"“%1” is read from there already."_s.arg(moved ? refresh : access));
    }
    check(problems, path + u".token_success.path"_s, method.tokenAnswer.successPath);
    check(problems, path + u".login_key_path"_s, method.loginKeyPath);
    check(problems, path + u".login_lifetime_path"_s, method.loginLifetimePath);
}

void checkProbePaths(PackProblems &problems, const ProbeDefinition &probe, const QString &path)
{
    check(problems, path + u".failure_path"_s, probe.failurePath);
    check(problems, path + u".success.path"_s, probe.successPath);
    check(problems, path + u".organisation_id_path"_s, probe.organisationIdPath);
    check(problems, path + u".organisation_name_path"_s, probe.organisationNamePath);
    check(problems, path + u".organisation_list_path"_s, probe.organisationListPath);
    check(problems, path + u".identity_path"_s, probe.identityPath);
}

} // namespace relink
