import type { ReactNode } from "react";
import { Logo } from "../../ui/Logo";
import "./AuthCard.css";
import { usePageTitle } from "../../ui/Frame";
import { LanguageSwitch } from "./LanguageSwitch";

type AuthCardProps = { title: string; lead?: ReactNode; children: ReactNode; below?: ReactNode };

/** One quiet card in the middle of the page. */
export function AuthCard({ title, lead, children, below }: AuthCardProps) {
  usePageTitle(title);
  return (
    <div className="auth">
      <main className="auth__main">
        <div className="auth__brand">
          <Logo size={28} />
          <span>Tafla</span>
        </div>
        <section className="auth__card">
          <div className="auth__head">
            <h1 className="auth__title">{title}</h1>
            {lead ? <p className="auth__lead">{lead}</p> : null}
          </div>
          {children}
        </section>
        {below ? <p className="auth__below">{below}</p> : null}
      </main>
      <footer className="auth__foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
