// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/enteredvalues.h"

#include "cli/secretline.h"
#include "cli/terminal.h"
#include "core/rules/credentiallint.h"
#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "core/rules/privatekeylint.h"
#include "words/credentialwords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QFile>
#include <QStringDecoder>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

constexpr qint64 longestSecret = 256 * 1024;

//! One reading under way; keeps itself alive through the handlers it gives away.
class Reading : public std::enable_shared_from_this<Reading>
{
public:
    Reading(const CommandLine &line, const ValuesFor &target, Terminal &terminal,
            std::function<void(Result<EnteredValues, QString>)> done)
        : m_line(line)
        , m_target(target)
        , m_terminal(terminal)
        , m_done(std::move(done))
    {}

    void start()
    {
        if (const QString problem = chooseMethod(); !problem.isEmpty())
            return m_done(problem);
        for (const GivenOption &option : m_line.options) {
            QString problem;
            if (option.name == "set"_L1)
                problem = takeSet(option.value);
            else if (option.name == "secret-file"_L1)
                problem = takeFile(option.value);
            else if (option.name == "secret"_L1)
                problem = expectLine(option.value);
            if (!problem.isEmpty())
                return m_done(problem);
        }
        expectWhatIsMissing();
        readNextLine();
    }

private:
    QString chooseMethod()
    {
        for (const GivenOption &option : m_line.options) {
            if (option.name == "set"_L1 && option.value.startsWith("auth_method="_L1))
                m_values.authMethod = option.value.section(u'=', 1);
        }
        const ProviderPack &pack = *m_target.pack;
        const QString id = !m_values.authMethod.isEmpty() ? m_values.authMethod
            : m_target.connection                         ? m_target.connection->authMethod
                                                          : QString();
        m_method = pack.authMethod(id);
        if (!m_method && !m_values.authMethod.isEmpty()) {
            QStringList known;
            for (const AuthMethod &method : pack.authMethods)
                known += method.id;
            return translate("CommandLine", "%1 knows no auth_method “%2”. It knows: %3.")
                .arg(plainText(pack.name, 60), plainText(id, 60), known.join(u", "_s));
        }
        if (!m_method && !pack.authMethods.isEmpty())
            m_method = &pack.authMethods.first();
        if (m_method)
            m_fields = inputFields(pack, *m_method, m_target.environment);
        return {};
    }

    const InputField *field(const QString &key) const
    {
        for (const InputField &f : m_fields) {
            if (f.key == key)
                return &f;
        }
        return nullptr;
    }

    //! Empty unless another way of signing in asks for it.
    QString otherMethodsKey(const QString &key) const
    {
        QStringList choices;
        for (const AuthMethod &method : m_target.pack->authMethods) {
            for (const InputField &f : inputFields(*m_target.pack, method, m_target.environment)) {
                if (f.key == key)
                    choices += u"--set auth_method="_s % method.id;
            }
        }
        if (choices.isEmpty())
            return {};
        const QString how = choices.join(u" | "_s);
        if (m_target.connection) {
            return translate("CommandLine",
                             "“%1” belongs to another way of signing in to %2 than this connection "
                             "uses. Make a new connection for it: %3")
                .arg(plainText(key, 60), plainText(m_target.pack->name, 60),
                     u"relink connect "_s % m_target.pack->id % u' ' % how);
        }
        return translate("CommandLine",
                         "“%1” belongs to another way of signing in to %2. Choose that way with "
                         "%3.")
            .arg(plainText(key, 60), plainText(m_target.pack->name, 60), how);
    }

    QString unknownKey(const QString &key) const
    {
        if (const QString problem = otherMethodsKey(key); !problem.isEmpty())
            return problem;
        QStringList known;
        for (const InputField &f : m_fields)
            known += f.key;
        if (known.isEmpty()) {
            return translate("CommandLine", "%1 has no value “%2”; it asks for none.")
                .arg(plainText(m_target.pack->name, 60), plainText(key.section(u'=', 0, 0), 60));
        }
        return translate("CommandLine", "%1 has no value “%2”. It takes: %3.")
            // Whoever wrote KEY=VALUE by mistake must not read the value in a log.
            .arg(plainText(m_target.pack->name, 60), plainText(key.section(u'=', 0, 0), 60),
                 known.join(u", "_s));
    }

    QString takeSet(const QString &text)
    {
        const QString key = text.section(u'=', 0, 0);
        const QString value = text.section(u'=', 1);
        if (key == "auth_method"_L1)
            return {};
        if (key == "organisation_id"_L1) {
            m_values.organisationId = value;
            return {};
        }
        const InputField *known = field(key);
        if (!known)
            return unknownKey(key);
        if (known->secret) {
            return translate(
                       "CommandLine",
                       "“%1” is a secret, and other programs can read command lines. Use "
                       "--secret %1 and give it as a line of standard input, or --secret-file "
                       "%1=FILE.")
                .arg(key);
        }
        tellFlaw(m_terminal, m_method, *known, m_target.environment, value.toUtf8());
        m_values.inputs.insert(key, value);
        return {};
    }

    QString takeFile(const QString &text)
    {
        const QString key = text.section(u'=', 0, 0);
        const QString name = text.section(u'=', 1);
        if (!field(key))
            return unknownKey(key);
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            return translate("CommandLine", "The file %1 cannot be read: %2.")
                .arg(plainText(name), plainText(file.errorString()));
        }
        // With a line break after it, and one byte that would be too much.
        QByteArray bytes = file.read(longestSecret + 3);
        if (bytes.endsWith('\n')) {
            bytes.chop(1);
            if (bytes.endsWith('\r'))
                bytes.chop(1);
        }
        if (bytes.size() > longestSecret)
            return translate("CommandLine", "The file %1 is too large for a secret.")
                .arg(plainText(name));
        return keep(key, bytes);
    }

    QString expectLine(const QString &key)
    {
        if (!field(key))
            return unknownKey(key);
        m_expected += key;
        return {};
    }

    //! Nobody at a terminal need know the names of the secrets.
    void expectWhatIsMissing()
    {
        const bool asks = !m_target.connection || m_target.authorizes;
        if (!asks || m_target.hasStored() || !m_terminal.isInteractive())
            return;
        for (const InputField &f : m_fields) {
            if (f.secret && (f.required || isMissed(f)) && !m_values.secrets.contains(f.key)
                && !m_expected.contains(f.key)) {
                m_expected += f.key;
            }
        }
    }

    //! An optional secret that the connection may have had where it comes from: who exports leaves
    //! every secret behind, and nothing says whether there was one.
    bool isMissed(const InputField &field) const
    {
        return !field.required && m_target.connection && m_target.authorizes
            && !m_target.hasStored();
    }

    //! To whoever cannot be asked.
    void tellWhatIsMissed()
    {
        if (m_terminal.isInteractive())
            return;
        for (const InputField &f : m_fields) {
            if (f.secret && isMissed(f) && !m_values.secrets.contains(f.key)) {
                m_terminal.errLine(
                    translate("CommandLine",
                              "No “%1” is kept on this computer. If there is one, give it with %2.")
                        .arg(f.key, u"--secret "_s % f.key));
            }
        }
    }

    QString keep(const QString &key, const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            return translate("CommandLine", "The value of “%1” is empty.").arg(key);
        if (bytes.size() > longestSecret) {
            return translate("CommandLine",
                             "The line given for “%1” is too long: a value has at most 262,144 "
                             "bytes. Nothing was stored.")
                .arg(key);
        }
        tellFlaw(m_terminal, m_method, *field(key), m_target.environment, bytes);
        if (field(key)->secret)
            m_values.secrets.insert(key, SecretBytes(bytes));
        else
            m_values.inputs.insert(key, QString::fromUtf8(bytes));
        return {};
    }

    void readNextLine()
    {
        if (m_expected.isEmpty())
            return finish();
        const QString key = m_expected.first();
        if (m_terminal.isInteractive()) {
            const QString label = words::packText(field(key)->label);
            const QString shown = label.isEmpty() ? key : label;
            m_terminal.prompt(
                (isMissed(*field(key))
                     ? translate("CommandLine", "%1 (Enter if there is none)").arg(shown)
                     : shown)
                + u": "_s);
        }
        readSecret(m_terminal, isPrivateKeyInput(m_method, key),
                   [self = shared_from_this(), key](const std::optional<QByteArray> &value) {
                       if (!value) {
                           return self->m_done(translate("CommandLine",
                                                         "Standard input ended before the value of "
                                                         "“%1” was read.")
                                                   .arg(key));
                       }
                       self->m_expected.removeFirst();
                       const bool none = value->isEmpty() && self->m_terminal.isInteractive()
                           && self->isMissed(*self->field(key));
                       const QString problem = none ? QString() : self->keep(key, *value);
                       if (!problem.isEmpty())
                           return self->m_done(problem);
                       self->readNextLine();
                   });
    }

    void finish()
    {
        if (m_method) {
            if (const QString problem = firstProblem(); !problem.isEmpty())
                return m_done(problem);
            tellWhatIsMissed();
        }
        m_done(m_values);
    }

    //! Null unless the pack can read this address from what its issuer says.
    const InputField *issuerInsteadOf(const QString &key) const
    {
        const bool isRead = m_method->discovers && neededAddresses(m_method->kind).contains(key);
        return isRead ? field(QLatin1StringView(input::issuer)) : nullptr;
    }

    QString firstProblem() const
    {
        QMap<QString, QString> inputs;
        QStringList secretKeys = m_values.secrets.keys();
        if (m_target.connection) {
            inputs = m_target.connection->inputs;
            inputs.remove(u"organisation_id"_s);
            // What is stored already need not be given again.
            for (const InputField &f : m_fields) {
                if (f.secret && m_target.hasStored())
                    secretKeys += f.key;
            }
        }
        inputs.insert(m_values.inputs);
        const QList<InputProblem> problems
            = checkInputs(*m_target.pack, *m_method, m_target.environment, inputs, secretKeys);
        for (const InputProblem &problem : problems) {
            const InputField *known = field(problem.key);
            // What is wrong with the rest of an existing connection is not this command's doing.
            if (m_target.connection && !m_target.authorizes
                && !m_values.inputs.contains(problem.key)
                && !m_values.secrets.contains(problem.key)) {
                continue;
            }
            if (problem.code == "missing_input"_L1) {
                const QString how = known && known->secret
                    ? QString(u"--secret "_s % problem.key)
                    : QString(u"--set "_s % problem.key % u"=…"_s);
                if (const InputField *issuer = issuerInsteadOf(problem.key)) {
                    const QString example
                        = issuer->example.isEmpty() ? u"https://…"_s : issuer->example;
                    return translate("CommandLine",
                                     "%1 needs “%2”: give it with %3, or let Relink find it with "
                                     "%4.")
                        .arg(plainText(m_target.pack->name, 60), problem.key, how,
                             u"--set "_s % issuer->key % u'=' % plainText(example, 80));
                }
                return translate("CommandLine", "%1 needs “%2”: give it with %3.")
                    .arg(plainText(m_target.pack->name, 60), problem.key, how);
            }
            return translate("CommandLine", "“%1” cannot be used: %2")
                .arg(plainText(problem.key, 60), words::packText(problem.reason));
        }
        return {};
    }

    CommandLine m_line;
    ValuesFor m_target;
    Terminal &m_terminal;
    std::function<void(Result<EnteredValues, QString>)> m_done;
    const AuthMethod *m_method = nullptr;
    QList<InputField> m_fields;
    QStringList m_expected;
    EnteredValues m_values;
};

} // namespace

void tellFlaw(Terminal &terminal, const AuthMethod *method, const InputField &field,
              Environment environment, const QByteArray &value)
{
    // With the byte order mark that an editor may have put in front.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(value);
    const auto tell = [&terminal, &field](const QString &sentence, const QString &flaw) {
        terminal.errLine(u"relink: "_s % sentence.arg(field.key, flaw));
    };
    const QString kept = translate("CommandLine", "“%1”: %2 The value is kept as it was entered.");
    if (isPrivateKeyInput(method, field.key)) {
        if (const auto flaw = lintPrivateKey(text))
            tell(kept, words::privateKeyFlaw(*flaw));
        return;
    }
    if (const auto other = looksMadeFor(field, text); other && *other != environment)
        tell(kept, words::otherEnvironment(*other));
    const QList<CredentialFinding> findings = lintInput(field, text);
    if (findings.isEmpty())
        return;
    const bool removed = !field.secret && lintInput(field, normalized(field, text)).isEmpty();
    tell(removed ? translate("CommandLine", "“%1”: %2 It was removed.") : kept,
         words::credentialFlaw(findings.first()));
}

void readEnteredValues(const CommandLine &line, const ValuesFor &target, Terminal &terminal,
                       std::function<void(Result<EnteredValues, QString>)> done)
{
    std::make_shared<Reading>(line, target, terminal, std::move(done))->start();
}

} // namespace relink::cli
