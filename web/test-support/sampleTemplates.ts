import type { SampleCard, Template } from "../src/features/home/gallery/templates";

const card = (title: string, more: Partial<SampleCard> = {}): SampleCard => ({
  title,
  status: "normal",
  priority: "normal",
  tags: [],
  due_in_days: null,
  checklist_done: 0,
  checklist_total: 0,
  ...more,
});
const column = (name: string, cards: SampleCard[] = [], wip_limit: number | null = null) => ({
  name,
  kind: name === "Completed" ? ("completed" as const) : ("normal" as const),
  wip_limit,
  cards,
});

/** Three templates as the server sends them, in small. */
export const sampleTemplates: Template[] = [
  {
    id: "project_management",
    name: "Project management",
    description: "From strategy and design to development and testing.",
    category: "projects",
    tags: [{ name: "mockups", hue: "pink" }],
    columns: [
      column("Project strategy", [card("Agree on what it is for", { status: "in_progress" })]),
      column("Project design", [card("Homepage design", { tags: ["mockups"], due_in_days: 4 })], 5),
      column("Completed"),
    ],
  },
  {
    id: "help_desk",
    name: "Help desk",
    description: "Requests come in, get done, and nothing is lost.",
    category: "customers",
    tags: [{ name: "troubleshooting", hue: "blue" }],
    columns: [
      column("To Do", [
        card("Password reset", { priority: "high", due_in_days: 1, checklist_total: 4, checklist_done: 1 }),
        card("No network in the café", { tags: ["troubleshooting"] }),
      ]),
      column("Doing"),
      column("Completed"),
    ],
  },
  {
    id: "fundraising_campaign",
    name: "Fundraising campaign",
    description: "Ideas, planning, approvals, and what is running.",
    category: "community",
    tags: [],
    columns: [column("Fundraising ideas"), column("Planning"), column("Approvals"), column("Completed")],
  },
];
