import { Outlet, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useApi } from "../api/use-api.ts";
import { useConnection } from "../api/record-events.ts";
import { dateText } from "../format/date.ts";
import { Waiting } from "../elements/waiting.tsx";
import { useLanguage, useText } from "../language/language-context.tsx";
import { AppearanceSwitch } from "./appearance-switch.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { MainMenu } from "./main-menu.tsx";
import { PageLink } from "../elements/page-link.tsx";
import { SignInAgain } from "../session/sign-in-again.tsx";
import { SignedInMark } from "../session/signed-in-mark.tsx";
import { words } from "./words.ts";

/** The frame around every page: whose fund it is, where one can go, and how fresh it all is. */
export function Shell(): ReactNode {
  const t = useText();
  return (
    <>
      <a className="skip" href="#page">
        {t(words.skip)}
      </a>
      <Waiting>
        <Header />
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
        <Footer />
        <SignInAgain />
      </Waiting>
    </>
  );
}

function Header(): ReactNode {
  const t = useText();
  const { title, notice, isDemonstration } = useApi("/api/v1/fund");
  return (
    <header className="office-header">
      {isDemonstration && <p className="demonstration">{t(notice)}</p>}
      <div className="office-bar">
        <PageLink to="/" className="office-name">
          <img src="/seal.svg" alt="" width="30" height="30" />
          <span>{t(title)}</span>
        </PageLink>
        <div className="office-tools">
          <ConnectionMark />
          <LanguageSwitch />
          <AppearanceSwitch />
          <SignedInMark />
        </div>
      </div>
      <MainMenu />
      <LostNotice />
    </header>
  );
}

function ConnectionMark(): ReactNode {
  const t = useText();
  const connection = useConnection();
  const said = { connecting: words.connecting, live: words.live, lost: words.lostShort };
  return (
    <span className={`connection connection-${connection}`} role="status">
      {t(said[connection])}
    </span>
  );
}

function LostNotice(): ReactNode {
  const t = useText();
  if (useConnection() !== "lost") return null;
  return (
    <p className="lost" role="alert">
      {t(words.lost)}
    </p>
  );
}

function Footer(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { href } = useLocation();
  const { today, size, clockStands } = useApi("/api/v1/fund");
  return (
    <footer className="office-footer">
      <p>
        {t(words.asOf, dateText(today, language))} · {t(words.record)}{" "}
        {t(words.entries, size.toLocaleString("en"))}
        {clockStands && ` · ${t(words.clockStands)}`}
      </p>
      <p>{t(words.footer)}</p>
      <p className="printed">{t(words.printedFrom, location.origin + href)}</p>
      <p className="links">
        <a href="/log/checkpoint">{t(words.publicLog)}</a>
        {" · "}
        <a href="/openapi.json">{t(words.description)}</a>
      </p>
    </footer>
  );
}
