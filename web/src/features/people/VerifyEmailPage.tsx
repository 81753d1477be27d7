import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { buttonClass } from "../../ui/Button";
import { FormProblem } from "../../ui/Field";
import { Skeleton } from "../../ui/Skeleton";
import { AuthCard } from "./AuthCard";
import { formErrors } from "./authProblems";
import { verifyEmail } from "./session";

/** After signing up: look into your mail. */
export function CheckMailPage() {
  const { t } = useLingui();
  const { email } = useSearch({ strict: false }) as { email?: string };
  return (
    <AuthCard
      title={t`Look into your mail`}
      lead={
        email ? (
          <Trans>
            A link is on its way to <strong dir="ltr">{email}</strong>. Open it and you are in.
          </Trans>
        ) : (
          <Trans>A link is on its way to you. Open it and you are in.</Trans>
        )
      }
      below={<Link to="/sign-in">{t`Back to sign in`}</Link>}
    >
      <p className="auth__lead">
        <Trans>
          Nothing there after a few minutes? Look among the unwanted mail, or sign up again with the right address.
        </Trans>
      </p>
    </AuthCard>
  );
}

/** The link of the mail. */
export function VerifyEmailPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { key } = useParams({ strict: false }) as { key: string };
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    verifyEmail(key).then(
      (session) => {
        if (!isGone) void navigate({ to: session.state === "signed-in" ? "/" : "/sign-in", replace: true });
      },
      (error: unknown) => {
        const { form, fields } = formErrors(error, ["key"]);
        const isOld = fields.key !== undefined || (error as { status?: number }).status === 409;
        if (!isGone) setProblem(isOld || !form ? t`This link has been used or is too old.` : i18n._(form));
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, navigate, t, i18n]);

  return (
    <AuthCard title={problem ? t`The address is not confirmed` : t`Confirming your address`}>
      {problem ? (
        <>
          <FormProblem>{problem}</FormProblem>
          <Link to="/sign-in" className={buttonClass("primary", "large")}>
            <Trans>Sign in to get a new link</Trans>
          </Link>
        </>
      ) : (
        <Skeleton className="auth__submit" />
      )}
    </AuthCard>
  );
}
