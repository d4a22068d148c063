import type { ReactNode } from "react";
import { Button } from "../elements/button.tsx";
import { useText } from "../language/language-context.tsx";
import type { Ready, Signature } from "./use-founding.ts";
import { words } from "./words.ts";

/** Who has to sign, party by party. */
export function SignatureList({
  ready,
  signatures,
  isDisabled,
  onSign,
}: {
  readonly ready: Ready;
  readonly signatures: ReadonlyMap<string, Signature>;
  readonly isDisabled: boolean;
  readonly onSign: (officers: readonly string[]) => void;
}): ReactNode {
  const t = useText();
  const parties = ready.parties.flatMap(({ id, name }) => {
    const officers = ready.officers.filter(({ party }) => party === id).map((each) => each.id);
    return officers.length === 0 ? [] : [{ id, name: t(name), officers }];
  });
  const missingOf = (officers: readonly string[]): readonly string[] =>
    officers.filter((officer) => !signatures.has(officer));
  const missing = missingOf(ready.officers.map(({ id }) => id));
  return (
    <>
      <ul className="signatures">
        {parties.map(({ id, name, officers }) => {
          const left = missingOf(officers);
          const done = String(officers.length - left.length);
          return (
            <li key={id} data-done={left.length === 0}>
              <span>{t(words.ofParty, name, done, String(officers.length))}</span>
              <Button isDisabled={isDisabled || left.length === 0} onPress={() => onSign(left)}>
                {t(words.signAs, name)}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button isDisabled={isDisabled || missing.length === 0} onPress={() => onSign(missing)}>
        {t(words.signAll)}
      </Button>
    </>
  );
}
