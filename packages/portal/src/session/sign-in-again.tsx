import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { goOn, isWaiting, knownSubject, onWaiting } from "../api/signed-in.ts";
import { Button } from "../elements/button.tsx";
import { Dialog } from "../elements/dialog.tsx";
import { Notice } from "../elements/notice.tsx";
import { useLanguage, useText } from "../language/language-context.tsx";
import { onOthers } from "./channel.ts";
import { readSession, sessionKey, useSession } from "./session.ts";
import { DONE, startAddress } from "./sign-in-address.ts";
import { words } from "./words.ts";

/** Asks somebody to sign in again whose session ended while something was on its way. */
export function SignInAgain(): ReactNode {
  const isNeeded = useSyncExternalStore(onWaiting, isWaiting);
  return isNeeded ? <SignInAgainDialog /> : null;
}

function SignInAgainDialog(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const session = useSession();
  const client = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const check = async (isAsked: boolean): Promise<void> => {
    const before = knownSubject();
    const now = await readSession();
    if (now.person === undefined) {
      setMissing(isAsked);
      return;
    }
    // Somebody else must not send what the one before has written.
    if (now.person.subject !== before) {
      location.reload();
      return;
    }
    client.setQueryData(sessionKey, now);
    goOn(true);
  };
  useEffect(() => {
    const look = (): void => void check(false);
    const stop = onOthers(look);
    addEventListener("focus", look);
    return () => {
      stop();
      removeEventListener("focus", look);
    };
  });
  return (
    <Dialog title={words.sessionEnded} onClose={() => goOn(false)}>
      <p>{t(words.nothingLost)}</p>
      <div className="choices">
        {(session?.providers ?? []).map((provider) => (
          <Button
            key={provider.id}
            look="main"
            onPress={() => {
              open(startAddress(provider, DONE, language), "_blank", "popup,width=640,height=760");
            }}
          >
            {t(words.with, t(provider.name))}
          </Button>
        ))}
        <Button onPress={() => void check(true)}>{t(words.checkAgain)}</Button>
      </div>
      {isMissing && <Notice kind="caution">{t(words.notYet)}</Notice>}
    </Dialog>
  );
}
