import { type ReactNode, useEffect } from "react";
import { useChoice } from "../../app/place.ts";
import { Loading } from "../../elements/loading.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { tellOthers } from "../../session/channel.ts";
import { type Session, useSession } from "../../session/session.ts";
import { startAddress } from "../../session/sign-in-address.ts";
import { words as ofSession } from "../../session/words.ts";
import { words } from "./words.ts";

type Reason = keyof typeof words.failed;

const isReason = (text: string): text is Reason => Object.hasOwn(words.failed, text);

/** An address inside the office; the server looks at it once more. */
const inside = (address: string): string => (/^\/(?![/\\])/.test(address) ? address : "/");

/** Where somebody chooses with whom to sign in, and hears why it did not go through. */
export function SignInPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const [returnTo] = useChoice("returnTo");
  const [failed] = useChoice("failed");
  const [done] = useChoice("done");
  if (session === undefined) return <Loading />;
  if (done !== "" && session.person !== undefined) return <Done />;
  return (
    <>
      <PageHeading title={words.title}>{t(words.lead)}</PageHeading>
      {isReason(failed) && <Notice kind="wrong">{t(words.failed[failed])}</Notice>}
      {session.person !== undefined && (
        <Notice kind="good">
          {t(words.signedIn, session.person.name)}{" "}
          <PageLink to={inside(returnTo)}>{t(words.goOn)}</PageLink>
        </Notice>
      )}
      <Providers session={session} returnTo={inside(returnTo)} />
      <p>{t(words.public)}</p>
    </>
  );
}

function Providers({
  session: { providers },
  returnTo,
}: {
  readonly session: Session;
  readonly returnTo: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (providers.length === 0) return <Notice kind="note">{t(words.none)}</Notice>;
  return (
    <ul className="providers">
      {providers.map((provider) => (
        <li key={provider.id}>
          <a href={startAddress(provider, returnTo, language)}>
            {t(ofSession.with, t(provider.name))}
            {provider.isDemonstration && <small>{t(words.demonstration)}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The end of a window that was opened for signing in. */
function Done(): ReactNode {
  const t = useText();
  useEffect(() => {
    tellOthers();
    close();
  }, []);
  return (
    <>
      <PageHeading title={words.done} />
      <p>{t(words.close)}</p>
    </>
  );
}
