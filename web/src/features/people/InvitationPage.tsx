import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiError } from "../../kits/apikit";
import { Button, buttonClass } from "../../ui/Button";
import { FormProblem } from "../../ui/Field";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import { toasts } from "../../ui/toasts";
import { AuthCard } from "./AuthCard";
import { acceptInvitation, readInvitation } from "./invitations";
import { knownSession, signOut, usePersonIfAny } from "./session";

const IS_OVER = msg`This invitation has been used, taken back, or is older than 14 days. Ask for a new one.`;

type Outcome = { problem: MessageDescriptor } | { otherAddress: string };

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ApiError)) return { problem: problemText(error) };
  if (error.code === "invitation_other_address") return { otherAddress: String(error.args.email) };
  const isOver = error.status === 404 || error.code === "invitation_expired";
  return { problem: isOver ? IS_OVER : problemText(error) };
}

/** The form for newcomers; whoever has signed up before finds the way to sign in below it. */
function signUpFor(email: string, token: string) {
  return { to: "/sign-up", search: { next: `/i/${token}`, email, invitation: token }, replace: true };
}

/** The link of an invitation: signed out, it leads to signing up with the address filled in; signed in, onto the board. */
export function InvitationPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { token } = useParams({ strict: false }) as { token: string };
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    let isGone = false;
    const follow = async () => {
      const session = await knownSession();
      if (session.state === "signed-in") {
        const boardId = await acceptInvitation(token);
        if (!isGone) await navigate({ to: "/b/$boardId", params: { boardId }, replace: true });
        return;
      }
      const invitation = await readInvitation(token);
      if (isGone) return;
      if (!invitation || invitation.expired) return setOutcome({ problem: IS_OVER });
      await navigate(signUpFor(invitation.email, token));
    };
    follow().catch((error: unknown) => isGone || setOutcome(outcomeOf(error)));
    return () => {
      isGone = true;
    };
  }, [token, navigate]);

  if (outcome && "otherAddress" in outcome) return <OtherAddress address={outcome.otherAddress} token={token} />;
  return (
    <AuthCard title={outcome ? t`This invitation cannot be used` : t`Opening the board`}>
      {outcome ? (
        <>
          <FormProblem>{i18n._(outcome.problem)}</FormProblem>
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

/** The invitation is for another address than the one signed in with. */
function OtherAddress({ address, token }: { address: string; token: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const person = usePersonIfAny();
  const [isBusy, setBusy] = useState(false);
  const switchPerson = async () => {
    setBusy(true);
    try {
      const isOut = await signOut();
      if (isOut) await navigate(signUpFor(address, token));
    } catch (error) {
      toasts.add({ kind: "error", text: i18n._(problemText(error)) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <AuthCard
      title={t`This invitation is for another address`}
      lead={
        <Trans>
          It was sent to <strong dir="ltr">{address}</strong>. You are signed in as{" "}
          <strong dir="ltr">{person?.email}</strong>.
        </Trans>
      }
      below={<Link to="/">{t`Go to my boards`}</Link>}
    >
      <Button look="primary" size="large" className="auth__submit" isPending={isBusy} onPress={switchPerson}>
        <Trans>Go on with that address</Trans>
      </Button>
    </AuthCard>
  );
}
