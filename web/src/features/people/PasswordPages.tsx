import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { FormProblem, PasswordField, TextField } from "../../ui/Field";
import { toasts } from "../../ui/toasts";
import { AuthCard } from "./AuthCard";
import { requestPasswordReset, resetPassword } from "./session";
import { useForm } from "./useForm";

export function ForgotPasswordPage() {
  const { t } = useLingui();
  const { email } = useSearch({ strict: false }) as { email?: string };
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ email: email ?? "" }, async (values) => {
    await requestPasswordReset(values.email.trim());
    setSentTo(values.email.trim());
  });
  const back = <Link to="/sign-in">{t`Back to sign in`}</Link>;
  if (sentTo) {
    return (
      <AuthCard
        title={t`Look into your mail`}
        lead={
          <Trans>
            If <strong dir="ltr">{sentTo}</strong> has signed up here, a link to set a new password is on its way.
          </Trans>
        }
        below={back}
      >
        <Button onPress={() => setSentTo(null)}>
          <Trans>Try another address</Trans>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t`Set a new password`} lead={<Trans>We send a link to your address.</Trans>} below={back}>
      <form className="auth__form" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field("email")}
          label={t`E-mail address`}
          type="email"
          dir="ltr"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus
          required
        />
        <FormProblem>{form.problem}</FormProblem>
        <Button type="submit" look="primary" size="large" className="auth__submit" isPending={form.isBusy}>
          <Trans>Send the link</Trans>
        </Button>
      </form>
    </AuthCard>
  );
}

export function ResetPasswordPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { key } = useParams({ strict: false }) as { key: string };
  const form = useForm({ password: "", key }, async (values) => {
    const session = await resetPassword(key, values.password);
    toasts.add({ kind: "done", text: t`The new password is set.` });
    await navigate({ to: session.state === "signed-in" ? "/" : "/sign-in", replace: true });
  });
  const keyProblem = form.field("key").error ? t`This link has been used or is too old. Ask for a new one.` : null;
  return (
    <AuthCard
      title={t`Set a new password`}
      below={
        <Link to="/forgot-password" search={{}}>
          <Trans>Ask for a new link</Trans>
        </Link>
      }
    >
      <form className="auth__form" onSubmit={form.onSubmit} noValidate>
        <PasswordField
          {...form.field("password")}
          label={t`New password`}
          description={t`At least 10 characters.`}
          autoComplete="new-password"
          autoFocus
          required
        />
        <FormProblem>{keyProblem ?? form.problem}</FormProblem>
        <Button type="submit" look="primary" size="large" className="auth__submit" isPending={form.isBusy}>
          <Trans>Save the new password</Trans>
        </Button>
      </form>
    </AuthCard>
  );
}
