import { Select } from "../../ui/Select";
import { type Role, roleNote, roles, roleWord } from "./roles";

export function RoleSelect({ label, value, onChange }: { label: string; value: Role; onChange: (role: Role) => void }) {
  return (
    <Select
      className="team__select"
      label={label}
      isLabelHidden
      options={roles.map((role) => ({ id: role, label: roleWord(role), note: roleNote(role) }))}
      value={value}
      onChange={(role) => role !== value && onChange(role)}
    />
  );
}
