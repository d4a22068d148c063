import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

const STORED = "jointfund.appearance";
const APPEARANCES = ["bySystem", "light", "dark"] as const;

type Appearance = (typeof APPEARANCES)[number];

function stored(): Appearance {
  const text = localStorage.getItem(STORED);
  return APPEARANCES.find((each) => each === text) ?? "bySystem";
}

/** Light, dark, or what the device is set to. */
export function AppearanceSwitch(): ReactNode {
  const t = useText();
  const [appearance, setAppearance] = useState(stored);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (appearance === "bySystem") delete dataset["appearance"];
    else dataset["appearance"] = appearance;
    localStorage.setItem(STORED, appearance);
  }, [appearance]);
  return (
    <label className="appearance">
      <span className="only-read">{t(words.appearance)}</span>
      <select
        value={appearance}
        onChange={({ target }) => {
          setAppearance(APPEARANCES.find((each) => each === target.value) ?? "bySystem");
        }}
      >
        {APPEARANCES.map((each) => (
          <option key={each} value={each}>
            {t(words[each])}
          </option>
        ))}
      </select>
    </label>
  );
}
