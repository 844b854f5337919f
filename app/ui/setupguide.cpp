// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setupguide.h"

#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "core/rules/redirectaddress.h"
#include "core/rules/unconfirmed.h"
#include "ui/buttonrow.h"
#include "ui/copyline.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/doubtwords.h"
#include "words/methodwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <optional>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! What was entered, 0 being any; null while that is no port.
std::optional<quint16> enteredPort(const Connection &sketch, const ResolvedProvider *resolved)
{
    if (resolved)
        return resolved->redirectPort;
    bool ok = false;
    const ushort port
        = sketch.inputs.value(QLatin1StringView(input::redirectPort)).trimmed().toUShort(&ok);
    return ok ? std::optional<quint16>(port) : std::nullopt;
}

//! What the rule says, or the address elsewhere that was entered for it.
RedirectAddress addressFor(const AuthMethod &method, const Connection &sketch,
                           const ResolvedProvider *resolved)
{
    if (resolved && resolved->redirectUri.contains("://"_L1))
        return {RedirectAddress::Kind::Fixed, resolved->redirectUri};
    return redirectAddress(method, sketch.environment, enteredPort(sketch, resolved));
}

} // namespace

SetupGuide::SetupGuide(const Surroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_needs(new TextLabel)
    , m_path(new TextLabel)
    , m_unknown(new TextLabel)
    , m_manage(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_setup(new QPushButton)
    , m_read(new QPushButton)
    , m_apps(new QPushButton)
    , m_redirectCaption(new TextLabel)
    , m_redirect(
          new CopyLine(QStringLiteral("redirectAddress"), tr("Redirect address to register")))
    , m_redirectNote(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    m_needs->setObjectName(QStringLiteral("setupNeedsLabel"));
    m_path->setObjectName(QStringLiteral("setupPathLabel"));
    m_path->setStrong(true);
    m_unknown->setObjectName(QStringLiteral("setupUnknownLabel"));
    m_manage->setObjectName(QStringLiteral("setupManageLabel"));
    m_apps->setObjectName(QStringLiteral("setupAppsButton"));
    m_setup->setObjectName(QStringLiteral("setupOpenButton"));
    m_read->setObjectName(QStringLiteral("setupDocumentationButton"));
    m_redirectCaption->setObjectName(QStringLiteral("redirectCaptionLabel"));
    m_redirectNote->setObjectName(QStringLiteral("redirectNoteLabel"));
    m_redirect->setMonospaced();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    auto *where = new QVBoxLayout;
    where->setSpacing(4);
    where->addWidget(m_needs);
    where->addWidget(m_path);
    where->addWidget(m_unknown);
    where->addWidget(m_manage);
    layout->addLayout(where);
    m_links = new ButtonRow;
    for (QPushButton *button : {m_setup, m_read, m_apps}) {
        button->setAutoDefault(false);
        m_links->add(button);
    }
    layout->addWidget(m_links);
    auto *redirect = new QVBoxLayout;
    redirect->setSpacing(4);
    redirect->addWidget(m_redirectCaption);
    redirect->addWidget(m_redirect);
    redirect->addWidget(m_redirectNote);
    layout->addLayout(redirect);

    connect(m_setup, &QPushButton::clicked, this, [this] { open(m_setupUrl); });
    connect(m_read, &QPushButton::clicked, this, [this] { open(m_documentation); });
    connect(m_apps, &QPushButton::clicked, this, [this] { open(m_manageUrl); });
}

void SetupGuide::open(const QString &address)
{
    openChecked(m_surroundings, QUrl(address, QUrl::StrictMode));
}

void SetupGuide::show(const ProviderPack &pack, const AuthMethod &method, const Connection &sketch,
                      const ResolvedProvider *resolved)
{
    const QString provider = plainText(pack.name, 60);
    m_setupUrl = method.setupUrl;
    m_documentation = pack.documentation;
    m_needs->setText(words::methodNeeds(method, provider));
    // Where the merchant ends an access kept elsewhere is where it is looked after.
    const RevocationDefinition &revocation = pack.revocationOf(&method);
    const bool elsewhere = method.kind == AuthKind::Delegated;
    if (elsewhere && m_setupUrl.isEmpty())
        m_setupUrl = revocation.manageUrl;
    m_path->setText(plainText(words::packText(
        elsewhere && method.setupPath.isEmpty() ? revocation.menuPath : method.setupPath)));
    m_path->setVisible(!m_path->text().isEmpty());
    m_setup->setText(tr("&Open page at %1").arg(provider));
    m_setup->setVisible(!m_setupUrl.isEmpty() && m_surroundings.openUrl);
    m_setup->setAccessibleDescription(plainText(m_setupUrl));
    m_read->setVisible(!m_documentation.isEmpty() && m_surroundings.openUrl);
    m_read->setAccessibleDescription(plainText(m_documentation));
    showUnknown(pack, method, provider);
    showRedirect(pack, provider, method, sketch, resolved);
}

void SetupGuide::showUnknown(const ProviderPack &pack, const AuthMethod &method,
                             const QString &provider)
{
    const bool unknown = m_setupUrl.isEmpty() && m_path->text().isEmpty();
    QString text;
    QString manage;
    m_manageUrl.clear();
    if (unknown) {
        const RevocationDefinition &revocation = pack.revocationOf(&method);
        text = words::methodWithoutPlace(method, provider);
        if (!m_read->isHidden())
            text = QString(text % u' ' % tr("Its documentation may say it too."));
        const QString path = plainText(words::packText(revocation.menuPath));
        const bool doubted = unconfirmedIn(pack).revocationPath;
        if (!path.isEmpty()) {
            manage = tr("What has access already is looked after there under: %1")
                         .arg(words::withDoubt(path, doubted ? words::notConfirmed() : QString()));
        }
        m_manageUrl = revocation.manageUrl;
    }
    m_read->setText(unknown ? tr("&Documentation of %1").arg(provider)
                            : tr("&Read how at %1").arg(provider));
    m_unknown->setText(text);
    m_unknown->setVisible(unknown);
    m_manage->setText(manage);
    m_manage->setVisible(!manage.isEmpty());
    m_apps->setText(tr("See what has &access at %1").arg(provider));
    m_apps->setVisible(!m_manageUrl.isEmpty() && m_surroundings.openUrl);
    m_apps->setAccessibleDescription(plainText(m_manageUrl));
    m_links->setVisible(!m_setup->isHidden() || !m_read->isHidden() || !m_apps->isHidden());
}

void SetupGuide::showRedirect(const ProviderPack &pack, const QString &provider,
                              const AuthMethod &method, const Connection &sketch,
                              const ResolvedProvider *resolved)
{
    using Kind = RedirectAddress::Kind;
    const RedirectAddress redirect = addressFor(method, sketch, resolved);
    QString caption;
    QString note;
    switch (redirect.kind) {
    case Kind::None:
        break;
    case Kind::AnyPort:
        caption = tr("Enter this redirect address at %1:").arg(provider);
        note = tr("It leads to this computer. Relink adds whichever port is free; the standard "
                  "asks servers to take any.");
        break;
    case Kind::FixedPort:
        caption = tr("Enter this redirect address at %1:").arg(provider);
        note = tr("It leads to this computer and has to be entered letter for letter.");
        break;
    case Kind::Fixed:
        caption = tr("This redirect address must stand at %1:").arg(provider);
        note = tr("The browser ends there after the sign-in. Copy the whole address of that "
                  "page back to Relink.");
        break;
    case Kind::Own:
        note = tr("%1 takes no redirect address on this computer. Register an https address of "
                  "your own there and enter it below. The browser ends there after the "
                  "sign-in, and you copy the whole address of that page back to Relink.")
                   .arg(provider);
        break;
    case Kind::Alias:
        note = tr("%1 gives the redirect address a name of its own; enter that name below. "
                  "After the sign-in you copy what the browser shows back to Relink.")
                   .arg(provider);
        break;
    }
    if (!note.isEmpty() && unconfirmedIn(pack).redirect) {
        note = QString(note % u' '
                       % tr("Which redirect addresses %1 takes is not confirmed.").arg(provider));
    }
    m_redirectCaption->setText(caption);
    m_redirectCaption->setVisible(!caption.isEmpty());
    m_redirect->setText(redirect.address);
    m_redirectNote->setText(note);
    m_redirectNote->setVisible(!note.isEmpty());
}

} // namespace relink
