import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "../../ui/Button";
import { FormProblem, PasswordField, TextField } from "../../ui/Field";
import { AuthCard } from "./AuthCard";
import { safeNext } from "./safeNext";
import { signIn } from "./session";
import { useForm } from "./useForm";

export function SignInPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  // The invitation travels along, so that turning to the sign-up form does not lose it.
  const { next, email, invitation } = useSearch({ strict: false }) as {
    next?: string;
    email?: string;
    invitation?: string;
  };
  const form = useForm({ email: email ?? "", password: "" }, async (values) => {
    const step = await signIn(values.email.trim(), values.password);
    if (step === "signed-in") await navigate({ href: safeNext(next), replace: true });
    else await navigate({ to: "/verify-email", search: { email: values.email.trim() } });
  });
  return (
    <AuthCard
      title={t`Sign in`}
      below={
        <Trans>
          New here?{" "}
          <Link to="/sign-up" search={{ next, email: invitation ? email : undefined, invitation }}>
            Sign up
          </Link>
        </Trans>
      }
    >
      <form className="auth__form" onSubmit={form.onSubmit} noValidate>
        <TextField
          {...form.field("email")}
          label={t`E-mail address`}
          type="email"
          dir="ltr"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus={!email}
          required
        />
        <PasswordField {...form.field("password")} label={t`Password`} autoComplete="current-password" required />
        <div className="auth__aside">
          <Link to="/forgot-password" search={{ email: form.values.email || undefined }}>
            <Trans>Forgot the password?</Trans>
          </Link>
        </div>
        <FormProblem>{form.problem}</FormProblem>
        <Button type="submit" look="primary" size="large" className="auth__submit" isPending={form.isBusy}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </AuthCard>
  );
}
