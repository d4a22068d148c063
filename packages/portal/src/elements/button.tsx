import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";

/** A button: `main` for what the page is for, `stop` for what ends or refuses something. */
export function Button({
  look = "plain",
  ...rest
}: ButtonProps & { readonly look?: "plain" | "main" | "stop" }): ReactNode {
  return <AriaButton className={`button button-${look}`} {...rest} />;
}
