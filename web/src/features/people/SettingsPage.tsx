import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { machineZone, timeZones } from "../../kits/datekit";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { confirm } from "../../ui/confirm";
import { FormProblem, PasswordField, TextField } from "../../ui/Field";
import { FramePlace, usePageTitle } from "../../ui/Frame";
import { languages, setLanguage } from "../../ui/language";
import { setTheme, type Theme, useTheme } from "../../ui/page";
import { problemText } from "../../ui/problems";
import { Select } from "../../ui/Select";
import { Segmented } from "../../ui/Toggle";
import { toasts } from "../../ui/toasts";
import { changePassword, savePerson, signOutEverywhere, usePerson } from "./session";
import "./SettingsPage.css";
import { type SettingsSectionId, settingsSections } from "./settingsSections";
import { useForm } from "./useForm";

export function SettingsPage() {
  const { t } = useLingui();
  usePageTitle(t`Preferences`);
  return (
    <div className="settings">
      <FramePlace name="title">
        <span className="settings__crumb">{t`Preferences`}</span>
      </FramePlace>
      <h1 className="settings__title">
        <Trans>My preferences</Trans>
      </h1>
      <Profile />
      <General />
      <Password />
      <Devices />
    </div>
  );
}

function Section({ id, note, children }: { id: SettingsSectionId; note?: ReactNode; children: ReactNode }) {
  const { i18n } = useLingui();
  const title = settingsSections.find((section) => section.id === id)?.title;
  return (
    <section className="settings__section" id={id}>
      <div className="settings__about">
        <h2>{title ? i18n._(title) : null}</h2>
        {note ? <p>{note}</p> : null}
      </div>
      <div className="settings__fields">{children}</div>
    </section>
  );
}

/** Saves one setting; what failed is said and put back by the caller's next render. */
function useSave() {
  const { i18n } = useLingui();
  return async (change: Parameters<typeof savePerson>[0]) => {
    try {
      await savePerson(change);
      return true;
    } catch (error) {
      toasts.add({ kind: "error", text: i18n._(problemText(error)) });
      return false;
    }
  };
}

function Profile() {
  const { t } = useLingui();
  const person = usePerson();
  const form = useForm({ name: person.name }, async (values) => {
    await savePerson({ name: values.name.trim() });
    toasts.add({ kind: "done", text: t`Your name is saved.` });
  });
  const isSame = form.values.name.trim() === person.name || !form.values.name.trim();
  return (
    <Section id="profile" note={<Trans>What the people on your boards see.</Trans>}>
      <div className="settings__who">
        <Avatar person={person} size={64} isDecorative />
        <div>
          <div className="settings__name">{person.name}</div>
          <div className="settings__muted" dir="ltr">
            {person.email}
          </div>
        </div>
      </div>
      <form className="settings__line" onSubmit={form.onSubmit}>
        <TextField {...form.field("name")} label={t`Name`} autoComplete="name" maxLength={100} required />
        <Button type="submit" isDisabled={isSame} isPending={form.isBusy}>
          <Trans>Save</Trans>
        </Button>
      </form>
      <FormProblem>{form.problem}</FormProblem>
    </Section>
  );
}

function General() {
  const { t, i18n } = useLingui();
  const person = usePerson();
  const theme = useTheme();
  const save = useSave();
  const zones = [...new Set([person.time_zone || machineZone(), machineZone(), ...timeZones()])];
  const themes = [
    { id: "system" as Theme, label: t`As the device`, icon: "monitor" as const },
    { id: "light" as Theme, label: t`Light`, icon: "sun" as const },
    { id: "dark" as Theme, label: t`Dark`, icon: "moon" as const },
  ];
  return (
    <Section id="general" note={<Trans>Dates, times and words follow these on every device.</Trans>}>
      <Select
        label={t`Language`}
        options={languages.map((language) => ({ id: language.id as string, label: language.name }))}
        value={i18n.locale}
        onChange={async (language) => {
          if (await save({ language })) await setLanguage(language);
        }}
      />
      <Select
        label={t`Time zone`}
        options={zones.map((zone) => ({ id: zone, label: zone.replaceAll("_", " ") }))}
        value={person.time_zone || machineZone()}
        onChange={(time_zone) => void save({ time_zone })}
      />
      <Segmented
        label={t`Theme`}
        choices={themes}
        value={theme}
        onChange={(next) => {
          setTheme(next);
          void save({ theme: next });
        }}
      />
    </Section>
  );
}

function Password() {
  const { t } = useLingui();
  const form = useForm({ current_password: "", new_password: "" }, async (values) => {
    await changePassword(values.current_password, values.new_password);
    form.setValues({ current_password: "", new_password: "" });
    toasts.add({ kind: "done", text: t`The new password is set.` });
  });
  return (
    <Section id="password">
      <form className="settings__stack" onSubmit={form.onSubmit} noValidate>
        <PasswordField
          {...form.field("current_password")}
          label={t`Present password`}
          autoComplete="current-password"
        />
        <PasswordField
          {...form.field("new_password")}
          label={t`New password`}
          description={t`At least 10 characters.`}
          autoComplete="new-password"
        />
        <FormProblem>{form.problem}</FormProblem>
        <div>
          <Button
            type="submit"
            isPending={form.isBusy}
            isDisabled={!form.values.current_password || !form.values.new_password}
          >
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Devices() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    const isSure = await confirm({
      title: t`Sign out everywhere?`,
      body: t`You are signed out on this device and on all others. Nothing that was saved is lost.`,
      confirmLabel: t`Sign out everywhere`,
      isDanger: true,
    });
    if (!isSure) return;
    setBusy(true);
    try {
      if (await signOutEverywhere()) await navigate({ to: "/sign-in" });
    } catch (error) {
      toasts.add({ kind: "error", text: i18n._(problemText(error)) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section id="devices" note={<Trans>Lost a phone, or left yourself signed in somewhere?</Trans>}>
      <div>
        <Button icon="signOut" isPending={isBusy} onPress={leave}>
          <Trans>Sign out everywhere</Trans>
        </Button>
      </div>
    </Section>
  );
}
