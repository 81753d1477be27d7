import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type FormErrors, formErrors, noErrors } from "./authProblems";

/** A form of text fields: values, one submit at a time, and the server's answer sorted to its fields. */
export function useForm<T extends Record<string, string>>(initial: T, submit: (values: T) => Promise<void>) {
  const { i18n } = useLingui();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const [isBusy, setBusy] = useState(false);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    setBusy(true);
    setErrors(noErrors);
    try {
      await submit(values);
    } catch (error) {
      const next = formErrors(error, Object.keys(initial));
      setErrors(next);
      const wrong = Object.keys(next.fields)[0];
      if (wrong) requestAnimationFrame(() => form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus());
    } finally {
      setBusy(false);
    }
  };

  const field = <K extends keyof T & string>(name: K) => {
    const error = errors.fields[name];
    return {
      name,
      value: values[name],
      onChange: (value: string) => {
        setValues((old) => ({ ...old, [name]: value }));
        if (error)
          setErrors((old) => ({
            ...old,
            fields: Object.fromEntries(Object.entries(old.fields).filter(([key]) => key !== name)),
          }));
      },
      error: error ? i18n._(error) : undefined,
    };
  };

  return { values, setValues, field, onSubmit, isBusy, problem: errors.form ? i18n._(errors.form) : null };
}
