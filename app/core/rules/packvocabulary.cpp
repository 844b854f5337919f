// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packvocabulary.h"

#include "core/model/errorclass.h"

#include <QJsonArray>

#include <cmath>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumText = 2000;

QStringList classNames()
{
    QStringList names;
    for (const ErrorClass c : allErrorClasses())
        names.append(toString(c));
    return names;
}

PackKey text(const QString &name, bool required = false, const QStringList &choices = {})
{
    return {name, PackType::Text, required, {}, choices};
}

PackKey multiline(const QString &name)
{
    return {name, PackType::Multiline, false, {}, {}};
}

PackKey texts(const QString &name, const QStringList &choices = {}, bool required = false)
{
    return {name, PackType::TextList, required, {}, choices};
}

PackKey map(const QString &name, const QStringList &choices = {})
{
    return {name, PackType::TextMap, false, {}, choices};
}

PackKey boolean(const QString &name)
{
    return {name, PackType::Boolean, false, {}, {}};
}

PackKey integer(const QString &name)
{
    return {name, PackType::Integer, false, {}, {}};
}

PackKey object(const QString &name, const QString &kind, bool required = false)
{
    return {name, PackType::Object, required, kind, {}};
}

PackKey objects(const QString &name, const QString &kind, bool required = false)
{
    return {name, PackType::ObjectList, required, kind, {}};
}

QStringList environments()
{
    return {u"production"_s, u"test"_s};
}

QStringList normalizations()
{
    return {u"trim"_s,       u"lower_case"_s,           u"strip_scheme"_s,
            u"strip_path"_s, u"underscore_to_hyphen"_s, u"split_path"_s};
}

QList<PackKey> packKeys()
{
    return {
        text(u"$schema"_s),
        text(u"id"_s, true),
        text(u"name"_s, true),
        text(u"category"_s, true,
             {u"accounting"_s, u"commerce"_s, u"marketplace"_s, u"pos"_s, u"payments"_s,
              u"warehouse"_s, u"courier"_s, u"marketing"_s, u"other"_s}),
        text(u"monogram"_s, true),
        object(u"mentions"_s, u"mentions"_s),
        boolean(u"allow_loopback_http"_s),
        map(u"constants"_s),
        objects(u"auth_methods"_s, u"auth_method"_s, true),
        object(u"environments"_s, u"environments"_s),
        object(u"api"_s, u"api"_s),
        text(u"organisation_header"_s),
        text(u"organisation_parameter"_s),
        object(u"probe"_s, u"probe"_s, true),
        objects(u"named_probes"_s, u"named_probe"_s),
        object(u"revocation"_s, u"revocation"_s, true),
        objects(u"errors"_s, u"error_rule"_s),
        object(u"rate_limits"_s, u"rate_limits"_s),
        text(u"status_page"_s),
        text(u"documentation"_s),
        object(u"support"_s, u"support"_s),
        texts(u"pitfalls"_s),
        texts(u"limits"_s),
        integer(u"sign_ins_per_user"_s),
        objects(u"deprecations"_s, u"deprecation"_s),
        texts(u"sources"_s, {}, true),
        text(u"checked"_s, true),
        texts(u"unverified"_s),
    };
}

QList<PackKey> authMethodKeys()
{
    const QStringList encodings {u"form"_s, u"json"_s};
    return {
        text(u"id"_s, true),
        text(u"label"_s, true),
        text(u"kind"_s, true,
             {u"authorization_code"_s, u"device_code"_s, u"client_credentials"_s, u"jwt_bearer"_s,
              u"refresh_token"_s, u"api_key"_s, u"login"_s, u"delegated"_s}),
        objects(u"inputs"_s, u"input"_s, true),
        boolean(u"discovers"_s),
        text(u"authorization_endpoint"_s),
        text(u"device_authorization_endpoint"_s),
        text(u"token_endpoint"_s),
        text(u"refresh_endpoint"_s),
        texts(u"token_endpoint_auth_methods_supported"_s,
              {u"none"_s, u"client_secret_basic"_s, u"client_secret_basic_raw"_s,
               u"client_secret_post"_s, u"client_secret_bearer"_s, u"private_key_jwt"_s}),
        texts(u"code_challenge_methods_supported"_s, {u"S256"_s}),
        boolean(u"pkce_required"_s),
        texts(u"scopes"_s),
        text(u"scope_separator"_s),
        map(u"authorization_parameters"_s),
        map(u"token_parameters"_s),
        map(u"token_headers"_s),
        map(u"refresh_parameters"_s),
        map(u"parameter_names"_s),
        map(u"authorization_parameter_names"_s),
        map(u"callback_parameter_names"_s),
        map(u"token_parameter_names"_s),
        map(u"grant_types"_s),
        text(u"token_encoding"_s, false, {u"form"_s, u"json"_s, u"query"_s}),
        text(u"token_answer"_s, false, {u"json"_s, u"form"_s}),
        map(u"token_answer_paths"_s),
        object(u"token_success"_s, u"success"_s),
        object(u"assertion"_s, u"assertion"_s),
        object(u"account_call"_s, u"account_call"_s),
        object(u"redirect"_s, u"redirect"_s),
        objects(u"callback_captures"_s, u"capture"_s),
        text(u"callback_hmac"_s),
        objects(u"token_captures"_s, u"capture"_s),
        object(u"lifetimes"_s, u"lifetimes"_s),
        text(u"key_input"_s),
        text(u"login_endpoint"_s),
        text(u"login_encoding"_s, false, encodings),
        map(u"login_fields"_s),
        text(u"login_key_path"_s),
        text(u"login_lifetime_path"_s),
        object(u"login_basic"_s, u"pair"_s),
        text(u"token_input"_s),
        object(u"api"_s, u"api"_s),
        object(u"probe"_s, u"probe"_s),
        objects(u"named_probes"_s, u"named_probe"_s),
        object(u"revocation"_s, u"revocation"_s),
        text(u"setup_url"_s),
        text(u"setup_path"_s),
    };
}

QList<PackKey> errorRuleKeys()
{
    return {
        text(u"id"_s, true),
        text(u"stage"_s, false,
             {u"any"_s, u"authorize"_s, u"token"_s, u"refresh"_s, u"probe"_s, u"api"_s}),
        integer(u"status"_s),
        map(u"json"_s),
        map(u"json_prefix"_s),
        text(u"text"_s),
        text(u"oauth_error"_s),
        text(u"header"_s, false, {u"Retry-After"_s, u"WWW-Authenticate"_s}),
        text(u"pattern"_s),
        text(u"class"_s, true, classNames()),
        text(u"cause"_s),
        objects(u"alternatives"_s, u"alternative"_s),
        text(u"source"_s, true),
        objects(u"examples"_s, u"example"_s, true),
    };
}

QString typeName(PackType type)
{
    switch (type) {
    case PackType::Text:
    case PackType::Multiline:
        return u"a text"_s;
    case PackType::TextList:
        return u"a list of texts"_s;
    case PackType::TextMap:
        return u"an object of texts"_s;
    case PackType::Boolean:
        return u"true or false"_s;
    case PackType::Integer:
        return u"a whole number from 0 to 2147483647"_s;
    case PackType::Object:
        return u"an object"_s;
    case PackType::ObjectList:
        return u"a list of objects"_s;
    }
    Q_UNREACHABLE();
}

//! Walks the file along the vocabulary.
class Checker
{
public:
    QList<PackProblem> problems;

    void object(const QJsonObject &o, const QString &kind, const QString &path)
    {
        const QList<PackKey> keys = packVocabulary().value(kind);
        for (auto it = o.begin(); it != o.end(); ++it) {
            const bool known = std::any_of(keys.begin(), keys.end(),
                                           [&it](const PackKey &k) { return k.name == it.key(); });
            if (!known)
                add(path + u'.' + it.key(), u"There is no such key."_s);
        }
        for (const PackKey &key : keys) {
            const QString keyPath = path + u'.' + key.name;
            if (o.contains(key.name))
                value(o.value(key.name), key, keyPath);
            else if (key.required)
                add(keyPath, u"This key is missing."_s);
        }
    }

private:
    void add(const QString &path, const QString &reason) { problems.append({path, reason}); }

    void value(const QJsonValue &v, const PackKey &key, const QString &path)
    {
        switch (key.type) {
        case PackType::Text:
            textValue(v, key, path, false);
            return;
        case PackType::Multiline:
            textValue(v, key, path, true);
            return;
        case PackType::TextList:
            list(v, key, path, [this, &key](const QJsonValue &item, const QString &itemPath) {
                textValue(item, key, itemPath, false);
            });
            return;
        case PackType::TextMap:
            if (!v.isObject())
                return wrongType(key, path);
            textMap(v.toObject(), key, path);
            return;
        case PackType::Boolean:
            if (!v.isBool())
                wrongType(key, path);
            return;
        case PackType::Integer: {
            const double number = v.toDouble(-1);
            if (!v.isDouble() || number < 0 || number > 2147483647.0
                || std::floor(number) != number)
                wrongType(key, path);
            return;
        }
        case PackType::Object:
            if (!v.isObject())
                return wrongType(key, path);
            object(v.toObject(), key.object, path);
            return;
        case PackType::ObjectList:
            list(v, key, path, [this, &key](const QJsonValue &item, const QString &itemPath) {
                if (!item.isObject())
                    return add(itemPath, u"This must be an object."_s);
                object(item.toObject(), key.object, itemPath);
            });
            return;
        }
    }

    void wrongType(const PackKey &key, const QString &path)
    {
        add(path, u"This must be %1."_s.arg(typeName(key.type)));
    }

    template <typename Each>
    void list(const QJsonValue &v, const PackKey &key, const QString &path, const Each &each)
    {
        if (!v.isArray())
            return wrongType(key, path);
        const QJsonArray items = v.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            each(items.at(i), path + u'[' + QString::number(i) + u']');
    }

    void textMap(const QJsonObject &o, const PackKey &key, const QString &path)
    {
        for (auto it = o.begin(); it != o.end(); ++it) {
            const QString itemPath = path + u'.' + it.key();
            if (it.key().isEmpty())
                add(itemPath, u"A name is empty."_s);
            plain(it.key(), itemPath, false);
            textValue(it.value(), key, itemPath, false);
        }
    }

    void textValue(const QJsonValue &v, const PackKey &key, const QString &path, bool lines)
    {
        if (!v.isString()) {
            add(path, u"This must be a text."_s);
            return;
        }
        const QString t = v.toString();
        plain(t, path, lines);
        if ((key.required || key.type == PackType::TextList) && t.trimmed().isEmpty())
            add(path, u"This must not be empty."_s);
        if (!key.choices.isEmpty() && !key.choices.contains(t)) {
            add(path,
                key.name == "code_challenge_methods_supported"_L1 && t == "plain"_L1
                    ? u"The method “plain” protects nothing; only S256 is used."_s
                    : u"This must be one of: %1."_s.arg(key.choices.join(u", "_s)));
        }
    }

    void plain(const QString &t, const QString &path, bool lines)
    {
        if (t.size() > maximumText)
            add(path, u"This is longer than %1 characters."_s.arg(maximumText));
        for (const QChar c : t) {
            const bool allowed = lines && (c == u'\n' || c == u'\r' || c == u'\t');
            // Format characters would let a text show as another than it is.
            if (!allowed
                && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                    || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)) {
                add(path, u"An invisible character stands in this text."_s);
                return;
            }
        }
    }
};

} // namespace

const QMap<QString, QList<PackKey>> &packVocabulary()
{
    static const QMap<QString, QList<PackKey>> vocabulary {
        {u"pack"_s, packKeys()},
        {u"auth_method"_s, authMethodKeys()},
        {u"input"_s,
         {text(u"key"_s, true), text(u"label"_s, true), text(u"help"_s), boolean(u"secret"_s),
          boolean(u"required"_s), text(u"pattern"_s), text(u"example"_s), text(u"default"_s),
          texts(u"choices"_s), objects(u"choice_values"_s, u"choice"_s),
          text(u"environment"_s, false, environments()), map(u"shapes"_s, environments()),
          texts(u"normalize"_s, normalizations()), text(u"strip_suffix"_s)}},
        {u"choice"_s, {text(u"choice"_s, true), text(u"label"_s), map(u"values"_s)}},
        {u"redirect"_s,
         {text(u"mode"_s, false, {u"loopback"_s, u"paste"_s}),
          text(u"production"_s, false, {u"loopback"_s, u"paste"_s}),
          text(u"test"_s, false, {u"loopback"_s, u"paste"_s}), integer(u"port"_s),
          text(u"host"_s, false, {u"localhost"_s}), text(u"alias"_s)}},
        {u"capture"_s,
         {text(u"from"_s, true), text(u"as"_s, true), text(u"pattern"_s), text(u"equals"_s),
          boolean(u"required"_s), texts(u"normalize"_s, normalizations())}},
        {u"lifetimes"_s,
         {integer(u"access_seconds"_s), boolean(u"access_never_expires"_s),
          integer(u"refresh_idle_seconds"_s), integer(u"refresh_hard_seconds"_s),
          boolean(u"refresh_never_expires"_s), boolean(u"rotates"_s), integer(u"grace_seconds"_s),
          integer(u"refresh_interval_seconds"_s), integer(u"margin_seconds"_s),
          integer(u"earliest_refresh_seconds"_s), integer(u"warn_before_seconds"_s)}},
        {u"assertion"_s,
         {text(u"algorithm"_s, true, {u"RS256"_s, u"PS256"_s, u"ES256"_s}),
          text(u"key_input"_s, true), text(u"key_id"_s), text(u"issuer"_s, true),
          text(u"subject"_s), boolean(u"without_subject"_s), text(u"audience"_s), map(u"claims"_s),
          integer(u"lifetime_seconds"_s)}},
        {u"account_call"_s,
         {text(u"url"_s, true), text(u"header"_s, true), text(u"prefix"_s),
          objects(u"captures"_s, u"capture"_s, true)}},
        {u"pair"_s, {text(u"user"_s, true), text(u"password"_s)}},
        {u"success"_s, {text(u"path"_s, true), text(u"value"_s, true)}},
        {u"environments"_s, {object(u"test"_s, u"test_environment"_s, true)}},
        {u"test_environment"_s, {boolean(u"available"_s), map(u"hosts"_s), text(u"note"_s)}},
        {u"api"_s,
         {text(u"scheme"_s, false, {u"token"_s, u"basic"_s, u"oauth1"_s, u"signed_query"_s}),
          text(u"header"_s, true), text(u"prefix"_s), map(u"headers"_s), map(u"secret_headers"_s),
          map(u"query"_s), object(u"basic"_s, u"pair"_s)}},
        {u"probe"_s,
         {text(u"method"_s, false, {u"GET"_s, u"POST"_s}), text(u"url"_s), boolean(u"mint"_s),
          map(u"headers"_s), multiline(u"body"_s),
          text(u"answer"_s, false, {u"json"_s, u"xml"_s, u"any"_s}),
          boolean(u"sends_organisation"_s), text(u"failure_path"_s),
          object(u"success"_s, u"success"_s), text(u"organisation_id"_s),
          text(u"organisation_id_path"_s), text(u"organisation_name_path"_s),
          text(u"organisation_list_path"_s), text(u"identity_path"_s), text(u"reachability_url"_s),
          text(u"absent_reason"_s), integer(u"interval_seconds"_s)}},
        {u"named_probe"_s,
         {text(u"id"_s, true), text(u"what"_s, true),
          text(u"method"_s, false, {u"GET"_s, u"POST"_s}), text(u"url"_s, true), map(u"headers"_s),
          multiline(u"body"_s), text(u"answer"_s, false, {u"json"_s, u"xml"_s, u"any"_s}),
          boolean(u"sends_organisation"_s), text(u"failure_path"_s),
          object(u"success"_s, u"success"_s), texts(u"scopes"_s), text(u"source"_s, true)}},
        {u"revocation"_s,
         {text(u"endpoint"_s),
          text(u"style"_s, false, {u"rfc7009"_s, u"json"_s, u"delete"_s, u"fields"_s}),
          text(u"encoding"_s, false, {u"form"_s, u"json"_s}),
          text(u"authentication"_s, false, {u"client"_s, u"api"_s, u"none"_s}), map(u"fields"_s),
          text(u"authorization"_s), boolean(u"access_survives"_s), text(u"menu_path"_s),
          boolean(u"menu_path_confirmed"_s), text(u"manage_url"_s), text(u"absent_reason"_s)}},
        {u"rate_limits"_s,
         {text(u"reset_header"_s),
          text(u"reset_unit"_s, false, {u"seconds"_s, u"milliseconds"_s, u"epoch_seconds"_s}),
          integer(u"default_wait_seconds"_s), text(u"note"_s)}},
        {u"support"_s, {text(u"page"_s), text(u"email"_s), text(u"source"_s, true)}},
        {u"deprecation"_s, {text(u"what"_s, true), text(u"date"_s, true), text(u"source"_s, true)}},
        {u"mentions"_s,
         {texts(u"names"_s), texts(u"marks"_s), objects(u"codes"_s, u"pasted_code"_s)}},
        {u"pasted_code"_s,
         {text(u"id"_s, true), text(u"pattern"_s, true), integer(u"status"_s),
          text(u"class"_s, true, classNames()), text(u"cause"_s),
          texts(u"also_possible"_s, classNames()), text(u"source"_s, true),
          text(u"example"_s, true)}},
        {u"error_rule"_s, errorRuleKeys()},
        {u"alternative"_s, {text(u"class"_s, true, classNames()), text(u"why"_s, true)}},
        {u"example"_s, {integer(u"status"_s), multiline(u"body"_s), texts(u"headers"_s)}},
    };
    return vocabulary;
}

QList<PackProblem> structuralProblems(const QJsonObject &root)
{
    Checker checker;
    checker.object(root, u"pack"_s, u"$"_s);
    return checker.problems;
}

} // namespace relink
