/** Boards as a team might have them, for looking at pages without a server. */
const names = ["Ana Souza", "Björn Lindqvist", "Chipo Moyo", "Đặng Thu Hà", "Elif Yılmaz", "Farid Haddad"];
export const people = names.map((name, at) => ({ id: `0190a1b2-0000-7000-8000-00000000000${at}`, name }));

type Kind = "normal" | "completed" | "deleted";
const column = (name: string, count: number, kind: Kind = "normal") => ({ name, count, kind });

function board(at: number, name: string, counts: Record<string, number>, done: number, extra: object = {}) {
  return {
    id: `0190a1b2-1111-7000-8000-00000000000${at}`,
    account_id: "a1",
    name,
    kind: "task",
    privacy: "account",
    state: "active",
    role: "admin",
    favourite: false,
    opened_at: 1_700_000_000_000 - at,
    columns: [
      ...Object.entries(counts).map(([title, count]) => column(title, count)),
      column("Completed", done, "completed"),
      column("Deleted", 2, "deleted"),
    ],
    people: people.slice(0, 1 + ((at * 2) % 6)),
    overdue: 0,
    ...extra,
  };
}

export function sampleHome() {
  return {
    accounts: [
      { id: "a1", name: "Ana Souza", role: "owner" },
      { id: "a2", name: "Riverside Community Trust", role: "member" },
    ],
    boards: [
      board(1, "Website relaunch", { "Project strategy": 4, "Project design": 7, Development: 12, Testing: 3 }, 9, {
        favourite: true,
        overdue: 3,
      }),
      board(2, "Help desk", { "To Do": 6, Doing: 3 }, 21, { favourite: true }),
      board(
        3,
        "Spring fundraising campaign with the neighbouring parishes",
        { Ideas: 5, Planning: 2, Approvals: 1, "Active campaigns": 4 },
        2,
        {
          overdue: 1,
          privacy: "link",
        },
      ),
      board(4, "Household", { "To Do": 2, Doing: 0 }, 4, { privacy: "team", people: people.slice(0, 1) }),
      board(5, "Volunteers 2027", { "To Do": 0, Doing: 0 }, 0, { account_id: "a2" }),
      board(6, "Customer success", { "New tickets": 9, "Open tickets": 5, "Feature requests": 8, Bugs: 2 }, 14, {
        account_id: "a2",
        overdue: 12,
      }),
    ],
  };
}
