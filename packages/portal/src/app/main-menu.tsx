import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import { AREAS } from "../pages/areas.ts";
import { PageLink } from "../elements/page-link.tsx";
import { useText } from "../language/language-context.tsx";
import type { Area, PageEntry, Role } from "./page-entry.ts";
import { useSession } from "../session/session.ts";
import { words } from "./words.ts";

/** Whether an address is that of a page: "/acts/$id" has any text in the place of `$id`. */
function isAt({ path }: PageEntry, address: string): boolean {
  const [wanted, given] = [path, address].map((each) => each.split("/").filter(Boolean));
  if (wanted!.length !== given!.length) return false;
  return wanted!.every((part, index) => part.startsWith("$") || part === given![index]);
}

const isInMenu = ({ inMenu }: PageEntry): boolean => inMenu === true;

/** An area has a place in the menu if it has pages for it, and is everybody's or of their role. */
const isShown = ({ roles, pages }: Area, role: Role | undefined): boolean =>
  pages.some(isInMenu) && (roles === undefined || (role !== undefined && roles.includes(role)));

/** The areas that somebody may open, and the pages of the one that is open. */
export function MainMenu(): ReactNode {
  const t = useText();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEffect(() => setOpen(false), [pathname]);
  const current = AREAS.find(({ pages }) => pages.some((page) => isAt(page, pathname)));
  const role = useSession()?.person?.role;
  const shown = AREAS.filter((area) => isShown(area, role));
  return (
    <>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(words.menu)}
      </button>
      <div id={id} className="menus" data-open={isOpen}>
        <nav className="area-menu" aria-label={t(words.mainMenu)}>
          <ul>
            {shown.map((area) => (
              <li key={area.id}>
                <PageLink
                  to={firstOf(area)}
                  {...(area === current ? { "aria-current": "true" } : {})}
                >
                  {t(area.title)}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        {current !== undefined && <PageMenu area={current} address={pathname} />}
      </div>
    </>
  );
}

const firstOf = ({ pages }: Area): string => pages.find(isInMenu)?.path ?? "/";

function PageMenu({ area, address }: { readonly area: Area; readonly address: string }): ReactNode {
  const t = useText();
  const pages = area.pages.filter(isInMenu);
  if (pages.length < 2) return null;
  return (
    <nav className="page-menu" aria-label={t(words.areaMenu)}>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <PageLink to={page.path} {...(isAt(page, address) ? { "aria-current": "page" } : {})}>
              {t(page.title)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
