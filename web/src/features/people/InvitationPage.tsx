import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiError, api } from "../../kits/apikit";
import { buttonClass } from "../../ui/Button";
import { FormProblem } from "../../ui/Field";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import { AuthCard } from "./AuthCard";
import { knownSession } from "./session";

/** The link of an invitation: signed out, it leads to signing up with the address filled in; signed in, onto the board. */
export function InvitationPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { token } = useParams({ strict: false }) as { token: string };
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    const follow = async () => {
      const session = await knownSession();
      if (session.state !== "signed-in") {
        const invited = await api
          .get<{ email?: string }>(`/api/v1/invitations/${encodeURIComponent(token)}`)
          .catch(noAddress);
        if (!isGone)
          await navigate({
            to: "/sign-up",
            search: { next: `/i/${token}`, email: invited.email, invitation: token },
            replace: true,
          });
        return;
      }
      const { board_id } = await api.post<{ board_id: string }>("/api/v1/invitations/accept", { token });
      if (!isGone) await navigate({ to: "/b/$boardId", params: { boardId: board_id }, replace: true });
    };
    follow().catch((error: unknown) => {
      const isOver = error instanceof ApiError && (error.status === 404 || error.status === 410);
      const text = isOver
        ? t`This invitation has been used, taken back, or is older than 14 days. Ask for a new one.`
        : i18n._(problemText(error));
      if (!isGone) setProblem(text);
    });
    return () => {
      isGone = true;
    };
  }, [token, navigate, t, i18n]);

  return (
    <AuthCard title={problem ? t`This invitation cannot be used` : t`Opening the board`}>
      {problem ? (
        <>
          <FormProblem>{problem}</FormProblem>
          <Link to="/" className={buttonClass("primary", "large")}>
            <Trans>Go to my boards</Trans>
          </Link>
        </>
      ) : (
        <Skeleton className="auth__submit" />
      )}
    </AuthCard>
  );
}

/** Whom it was sent to is a help for the form only; the server checks the token when it is used. */
function noAddress(): { email?: string } {
  return {};
}
