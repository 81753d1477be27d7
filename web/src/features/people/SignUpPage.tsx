import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "../../ui/Button";
import { FormProblem, PasswordField, TextField } from "../../ui/Field";
import { AuthCard } from "./AuthCard";
import { useInvitation } from "./invitations";
import { safeNext } from "./safeNext";
import { signUp } from "./session";
import { useForm } from "./useForm";

export function SignUpPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { next, email, invitation } = useSearch({ strict: false }) as {
    next?: string;
    email?: string;
    invitation?: string;
  };
  const invited = useInvitation(invitation);
  const form = useForm({ name: "", email: email ?? "", password: "" }, async (values) => {
    const step = await signUp({ ...values, name: values.name.trim(), email: values.email.trim(), invitation });
    if (step === "signed-in") await navigate({ href: safeNext(next), replace: true });
    else await navigate({ to: "/verify-email", search: { email: values.email.trim() } });
  });
  return (
    <AuthCard
      title={t`Sign up`}
      lead={
        invited ? (
          <Trans>
            <strong dir="auto">{invited.invited_by}</strong> has invited you to the board{" "}
            <strong dir="auto">{invited.board}</strong>.
          </Trans>
        ) : invitation ? (
          <Trans>Then you are on the board you were invited to.</Trans>
        ) : (
          <Trans>Free, in a minute, without a card.</Trans>
        )
      }
      below={
        <Trans>
          Already here?{" "}
          <Link to="/sign-in" search={{ next, email: form.values.email || undefined, invitation }}>
            Sign in
          </Link>
        </Trans>
      }
    >
      <form className="auth__form" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field("name")}
          label={t`Your name`}
          autoComplete="name"
          autoFocus
          maxLength={100}
          required
        />
        <TextField
          {...form.field("email")}
          label={t`E-mail address`}
          type="email"
          dir="ltr"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          readOnly={invitation !== undefined && email !== undefined}
          required
        />
        <PasswordField
          {...form.field("password")}
          label={t`Password`}
          description={t`At least 10 characters.`}
          autoComplete="new-password"
          required
        />
        <FormProblem>{form.problem}</FormProblem>
        <Button type="submit" look="primary" size="large" className="auth__submit" isPending={form.isBusy}>
          <Trans>Sign up</Trans>
        </Button>
      </form>
    </AuthCard>
  );
}
