import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** Where one signs in: reached from the header, not from the menu. */
export const signInArea: Area = {
  id: "sign-in",
  title: words.title,
  pages: [
    {
      path: "/sign-in",
      title: words.title,
      load: async () => ({ Page: (await import("./sign-in-page.tsx")).SignInPage }),
    },
  ],
};
