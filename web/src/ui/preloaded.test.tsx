import { render, screen } from "@testing-library/react";
import { Suspense, useState } from "react";
import { expect, test } from "vitest";
import { preloaded } from "./preloaded";

const Name = ({ name }: { name: string }) => <p>{useState(name)[0]}</p>;
const shown = (Content: typeof Name, name: string) => (
  <Suspense fallback={<i>waiting</i>}>
    <Content name={name} />
  </Suspense>
);

test("what is not there yet is waited for, and keeps its state from then on", async () => {
  const [Content] = preloaded(() => Promise.resolve(Name));
  const { rerender } = render(shown(Content as typeof Name, "Ana"));
  expect(screen.getByText("waiting")).toBeTruthy();
  expect(await screen.findByText("Ana")).toBeTruthy();
  rerender(shown(Content as typeof Name, "Ben"));
  expect(screen.getByText("Ana")).toBeTruthy();
});

test("what was fetched is drawn at once", async () => {
  const [Content, fetchIt] = preloaded(() => Promise.resolve(Name));
  await fetchIt();
  render(shown(Content as typeof Name, "Ana"));
  expect(screen.getByText("Ana")).toBeTruthy();
});
