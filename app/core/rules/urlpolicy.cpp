// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/urlpolicy.h"

#include <QRegularExpression>
#include <QStringView>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

AuthError refused(const QString &why)
{
    return localError(code::invalidInput, why);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexadecimal(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

bool isLoopbackHost(const QString &host)
{
    return host == u"127.0.0.1" || host == u"::1" || host == u"[::1]" || host == u"localhost";
}

//! Four decimal numbers without leading zeros, the only spelling that every reader agrees on.
bool isPlainIpv4(const QList<QStringView> &labels)
{
    return labels.size() == 4 && std::all_of(labels.begin(), labels.end(), [](QStringView label) {
               return !label.isEmpty() && label.size() <= 3
                   && std::all_of(label.begin(), label.end(), isDigit)
                   && (label.size() == 1 || label.front() != u'0') && label.toInt() <= 255;
           });
}

//! True where a reader that knows shorthands takes the host for an IP address.
bool endsInNumber(QStringView lastLabel)
{
    if (lastLabel.startsWith(u"0x", Qt::CaseInsensitive))
        return isHexadecimal(lastLabel.mid(2));
    return std::all_of(lastLabel.begin(), lastLabel.end(), isDigit);
}

//! What is wrong with a host name or IPv4 address; empty: nothing.
QString hostFlaw(const QString &host)
{
    const QStringView view(host);
    const QList<QStringView> labels = view.split(u'.');
    for (const QStringView label : labels) {
        if (label.isEmpty()) {
            return u"The host name \"%1\" has a dot too many. Write it as in the provider's "
                   "documentation."_s.arg(host);
        }
        const bool plain = std::all_of(label.begin(), label.end(), [](QChar c) {
            return isDigit(c) || c == u'-' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        });
        if (!plain || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-')) {
            return u"The host name \"%1\" has characters that no host name has. Only letters, "
                   "digits, dots and hyphens may stand in it."_s.arg(host);
        }
    }
    if (endsInNumber(labels.last()) && !isPlainIpv4(labels)) {
        return u"The host \"%1\" is an IP address in disguise. Write the name of the host, or the "
               "address as four numbers."_s.arg(host);
    }
    if (host.size() > 253)
        return u"The host name is too long."_s;
    return {};
}

QString firstForeignCharacter(const QString &text)
{
    for (const char32_t c : text.toUcs4()) {
        if (c <= 0x20 || c >= 0x7F)
            return u"U+"_s + QString::number(uint(c), 16).toUpper().rightJustified(4, u'0');
    }
    return {};
}

Result<QUrl> check(const QString &text, bool loopbackHttpAllowed, bool fragmentAllowed)
{
    if (text.isEmpty())
        return refused(u"Enter an address that starts with https://."_s);

    static const QRegularExpression shape(uR"(^([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\]*)(.*)$)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return refused(u"This is not a whole address. It must start with https://."_s);
    const QString scheme = match.captured(1).toLower();
    const QString authority = match.captured(2);
    const QString rest = match.captured(3);

    if (scheme != u"https" && scheme != u"http")
        return refused(
            u"Addresses that start with \"%1:\" are not opened. It must start with https://."_s.arg(
                scheme));
    if (text.contains(u'\\'))
        return refused(u"The address has a backslash. Remove it or write a slash."_s);
    if (authority.contains(u'@')) {
        return refused(u"The address has a user name before the host. Remove everything up to "
                       "and including the @."_s);
    }
    if (const QString foreign = firstForeignCharacter(authority); !foreign.isEmpty()) {
        return refused(u"The host name has the character %1, which can pass for another one. Type "
                       "the host name with plain letters."_s.arg(foreign));
    }
    if (const QString foreign = firstForeignCharacter(rest); !foreign.isEmpty()) {
        return refused(u"The address has the character %1. Remove it, or write it "
                       "percent-encoded."_s.arg(foreign));
    }
    if (authority.contains(u'%')) {
        return refused(u"The host name has percent-encoded characters. Type it with plain "
                       "letters."_s);
    }
    if (!fragmentAllowed && rest.contains(u'#'))
        return refused(u"The address has a part after #. Remove it."_s);
    if (rest.section(u'?', 0, 0).contains(u"%2e", Qt::CaseInsensitive))
        return refused(u"The path has a percent-encoded dot. Write the dot itself."_s);

    static const QRegularExpression hostAndPort(
        uR"(^(\[[0-9A-Fa-f:]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?$)"_s);
    const auto parts = hostAndPort.match(authority);
    if (!parts.hasMatch())
        return refused(u"The address has no usable host name."_s);
    const QString host = parts.captured(1).toLower();
    if (!host.startsWith(u'[')) {
        if (const QString flaw = hostFlaw(host); !flaw.isEmpty())
            return refused(flaw);
    }
    if (parts.hasCaptured(2)) {
        const int port = parts.captured(2).toInt();
        if (port < 1 || port > 65535)
            return refused(u"The port of the address must be between 1 and 65535."_s);
    }

    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host(QUrl::FullyEncoded).isEmpty())
        return refused(
            u"This is not a valid address: a character in it must be percent-encoded."_s);
    if (scheme == u"http") {
        if (!isLoopbackHost(url.host(QUrl::FullyEncoded)))
            return refused(
                u"The address must start with https://: http would send secrets unprotected."_s);
        if (!loopbackHttpAllowed) {
            return refused(u"The address must start with https://. Plain http to this computer is "
                           "for practice and development only."_s);
        }
    }
    return url;
}

} // namespace

Result<QUrl> checkEndpoint(const QString &text, bool loopbackHttpAllowed)
{
    return check(text, loopbackHttpAllowed, false);
}

Result<QUrl> checkBrowserUrl(const QUrl &url, bool loopbackHttpAllowed)
{
    return check(QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)), loopbackHttpAllowed, true);
}

QString originOf(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (!url.isValid() || host.isEmpty())
        return {};
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u"["_s + host + u"]"_s;
    const QString scheme = url.scheme().toLower();
    const int port = url.port(scheme == u"https" ? 443 : scheme == u"http" ? 80 : -1);
    const QString origin = scheme + u"://"_s + host;
    return port < 0 ? origin : origin + u":"_s + QString::number(port);
}

bool isLoopback(const QUrl &url)
{
    return isLoopbackHost(url.host(QUrl::FullyEncoded).toLower());
}

} // namespace relink
