// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errorrule.h"
#include "core/rules/packcheck.h"

#include <QRegularExpression>
#include <QSet>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

template <typename Compare>
bool isSubset(const QMap<QString, QString> &fewer, const QMap<QString, QString> &more,
              const Compare &implied)
{
    for (auto it = fewer.begin(); it != fewer.end(); ++it) {
        bool found = false;
        for (auto other = more.begin(); other != more.end() && !found; ++other) {
            found = other.key().compare(it.key(), Qt::CaseInsensitive) == 0
                && implied(other.value(), it.value());
        }
        if (!found)
            return false;
    }
    return true;
}

bool equal(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

//! Does `first` match whatever `second` matches?
bool covers(const ErrorRule &first, const ErrorRule &second)
{
    const bool stage = first.stage == ErrorStage::Any || first.stage == second.stage
        || (first.stage == ErrorStage::Api && second.stage == ErrorStage::Probe)
        || (first.stage == ErrorStage::Token && second.stage == ErrorStage::Refresh);
    return stage && (!first.status || first.status == second.status)
        && (first.text.isEmpty() || second.text.contains(first.text, Qt::CaseInsensitive))
        && (first.oauthError.isEmpty() || equal(first.oauthError, second.oauthError))
        && (first.pattern.isEmpty() || first.pattern == second.pattern)
        && (first.header.isEmpty() || equal(first.header, second.header))
        && isSubset(first.json, second.json, equal)
        && isSubset(first.jsonPrefix, second.jsonPrefix,
                    [](const QString &longer, const QString &shorter) {
                        return longer.startsWith(shorter, Qt::CaseInsensitive);
                    });
}

bool hasCondition(const ErrorRule &rule)
{
    return rule.status || !rule.json.isEmpty() || !rule.jsonPrefix.isEmpty() || !rule.text.isEmpty()
        || !rule.oauthError.isEmpty() || !rule.pattern.isEmpty() || !rule.header.isEmpty();
}

//! What only this computer can know is no provider's to say.
bool isRelinksOwn(const QString &cause)
{
    static const QStringList own {u"answer_lost"_s,       u"credential_damaged"_s,
                                  u"endpoints_changed"_s, u"entry_missing"_s,
                                  u"interrupted"_s,       u"no_keyring"_s,
                                  u"not_told"_s,          u"paused"_s,
                                  u"removed_here"_s,      u"revoked_here"_s,
                                  u"told_stopped"_s,      u"told_works"_s,
                                  u"unconfirmed"_s,       u"works"_s};
    return own.contains(cause);
}

//! A status alone: whatever the answer says.
bool isStatusAlone(const ErrorRule &rule)
{
    ErrorRule bare = rule;
    bare.status.reset();
    bare.header.clear();
    return rule.status && !hasCondition(bare);
}

//! A pack must not talk a refusal away, nor an outage into a lost access.
template <typename Add>
void checkVerdict(const ErrorRule &rule, const Add &add)
{
    const bool probed = rule.stage == ErrorStage::Any || rule.stage == ErrorStage::Probe
        || rule.stage == ErrorStage::Api;
    if (rule.errorClass == ErrorClass::NotAnError && probed) {
        add(u".class"_s,
            u"A refused call is a failure: not_an_error is for the stages authorize, token and "
            "refresh."_s);
    }
    if (!isStatusAlone(rule))
        return;
    if (*rule.status >= 200 && *rule.status < 300)
        add(u".status"_s, u"A success needs something in the answer that says it is none."_s);
    const bool passing = *rule.status >= 500 || *rule.status == 408 || *rule.status == 429;
    if (passing && !isTransient(rule.errorClass)) {
        add(u".class"_s,
            u"This status passes by itself; only what the answer says can make it more."_s);
    }
}

template <typename Add>
void checkMeaning(const ErrorRule &rule, const Add &add)
{
    static const QRegularExpression causeForm(u"\\A[a-z][a-z0-9]*(?:_[a-z0-9]+)*\\z"_s);
    if (!rule.cause.isEmpty() && !causeForm.match(rule.cause).hasMatch()) {
        add(u".cause"_s,
            u"A cause is a short id such as access_disabled: a-z, digits, underscores."_s);
    } else if (isRelinksOwn(rule.cause)) {
        add(u".cause"_s, u"Only Relink itself can know this cause; choose another id."_s);
    }
    if (isKeychain(rule.errorClass))
        add(u".class"_s, u"No provider knows about this computer's keychain."_s);
    QSet<ErrorClass> seen {rule.errorClass};
    for (qsizetype i = 0; i < rule.alternatives.size(); ++i) {
        const Alternative &alternative = rule.alternatives[i];
        const QString key = u".alternatives[%1]"_s.arg(i);
        if (seen.contains(alternative.errorClass))
            add(key + u".class"_s, u"The rule says this class already; an alternative differs."_s);
        if (isKeychain(alternative.errorClass))
            add(key + u".class"_s, u"No provider knows about this computer's keychain."_s);
        if (alternative.why.trimmed().isEmpty())
            add(key + u".why"_s, u"This must not be empty."_s);
        seen.insert(alternative.errorClass);
    }
}

} // namespace

QList<PackProblem> errorRuleProblems(const QList<ErrorRule> &rules)
{
    QList<PackProblem> problems;
    QSet<QString> ids;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const ErrorRule &rule = rules[i];
        const QString path = u"$.errors[%1]"_s.arg(i);
        const auto add = [&problems, &path](const QString &key, const QString &reason) {
            problems.append({path + key, reason});
        };
        if (rule.id.isEmpty() || ids.contains(rule.id))
            add(u".id"_s, u"Every rule needs an id of its own."_s);
        ids.insert(rule.id);
        if (rule.status && (*rule.status < 100 || *rule.status > 599))
            add(u".status"_s, u"This is no HTTP status."_s);
        if (!hasCondition(rule)) {
            add(QString(), u"A rule needs at least one condition."_s);
            continue;
        }
        if (!QRegularExpression(rule.pattern).isValid())
            add(u".pattern"_s, u"This is no regular expression."_s);
        else if (!rule.pattern.isEmpty()
                 && QRegularExpression(rule.pattern).match(QString()).hasMatch())
            add(u".pattern"_s, u"This pattern is found in any text."_s);
        checkMeaning(rule, add);
        checkVerdict(rule, add);
        if (rule.source.isEmpty())
            add(u".source"_s, u"A rule needs its source."_s);
        if (rule.examples.isEmpty())
            add(u".examples"_s, u"A rule needs at least one example."_s);

        QString behind;
        for (qsizetype j = 0; j < i && behind.isEmpty(); ++j) {
            if (covers(rules[j], rule))
                behind = rules[j].id;
        }
        if (!behind.isEmpty()) {
            add(QString(),
                u"This rule can never be reached: “%1” takes all its cases."_s.arg(behind));
            continue;
        }
        for (qsizetype e = 0; e < rule.examples.size(); ++e) {
            const AuthError error = exampleError(rule, rule.examples[e]);
            const QString key = u".examples[%1]"_s.arg(e);
            if (!matches(rule, error, rule.stage)) {
                add(key, u"The example does not match its own rule."_s);
                continue;
            }
            for (qsizetype j = 0; j < i; ++j) {
                // Any as the seen stage would match every rule; the rule's own stage decides.
                if (rule.stage != ErrorStage::Any && matches(rules[j], error, rule.stage)) {
                    add(key, u"The rule “%1” takes this example first."_s.arg(rules[j].id));
                    break;
                }
            }
        }
    }
    return problems;
}

} // namespace relink
