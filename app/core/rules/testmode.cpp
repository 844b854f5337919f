// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/testmode.h"

#include "core/rules/checkresults.h"
#include "core/rules/credentiallint.h"
#include "core/rules/resolve.h"

namespace relink {

using namespace Qt::StringLiterals;

TestModeOutcome predictTestMode(std::optional<Environment> credential, Environment testMode)
{
    if (!credential)
        return TestModeOutcome::Unknown;
    return *credential == testMode ? TestModeOutcome::Connects : TestModeOutcome::Fails;
}

std::optional<Environment> environmentOf(const AuthMethod &method,
                                         const QMap<QString, QString> &values)
{
    std::optional<Environment> found;
    for (const InputField &field : method.inputs) {
        const auto told = looksMadeFor(field, values.value(field.key));
        if (!told)
            continue;
        if (found && *found != *told)
            return std::nullopt;
        found = told;
    }
    return found;
}

CheckResult checkTestMode(const ProviderPack &pack, const Connection &connection,
                          const Credential &credential)
{
    if (!pack.hasTestEnvironment)
        return passedCheck(CheckId::TestMode, u"no_test_mode"_s);
    std::optional<Environment> made = connection.credentialEnvironment;
    const AuthMethod *method = methodOf(pack, connection);
    if (!made && method) {
        QMap<QString, QString> values = connection.inputs;
        for (auto it = credential.inputs.begin(); it != credential.inputs.end(); ++it)
            values.insert(it.key(), QString::fromUtf8(it->reveal()));
        made = environmentOf(*method, values);
    }
    CheckResult result;
    switch (predictTestMode(made, connection.environment)) {
    case TestModeOutcome::Connects:
        result = passedCheck(CheckId::TestMode, u"matches"_s);
        break;
    case TestModeOutcome::Fails:
        result = failedCheck(CheckId::TestMode, u"differs"_s, ErrorClass::TestModeMismatch);
        break;
    case TestModeOutcome::Unknown:
        result = passedCheck(CheckId::TestMode, checkdetail::unknown);
        break;
    }
    result.values.insert(u"test_mode"_s, toString(connection.environment));
    return result;
}

} // namespace relink
