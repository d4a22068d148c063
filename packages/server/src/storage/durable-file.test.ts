import assert from "node:assert/strict";
import { test } from "node:test";
import { replaceFile } from "./durable-file.ts";
import { SimulatedDisk, type Chance } from "./simulated-disk.ts";

const FILE = "/data/file";
const OLD = new TextEncoder().encode("old ".repeat(400));
const NEW = new TextEncoder().encode("new ".repeat(700));

async function diskWith(bytes: Uint8Array, chance: Chance): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk(chance);
  await disk.makeDirectory("/data");
  await replaceFile(disk, FILE, bytes);
  return disk;
}

test("[J11] a file is the old one or the new one, whenever the power goes", async () => {
  const found = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    let state = seed;
    const chance: Chance = (below) => (state = (state * 31 + 17) % 5003) % below;
    for (let call = 0; call < 5; call++) {
      const disk = await diskWith(OLD, chance);
      disk.failAt(disk.calls.length + call, "power");
      await assert.rejects(replaceFile(disk, FILE, NEW));
      const bytes = disk.afterPowerLoss().readFile(FILE);
      assert.ok(bytes !== undefined);
      const text = Buffer.from(bytes).toString();
      assert.ok(text === Buffer.from(OLD).toString() || text === Buffer.from(NEW).toString());
      found.add(text.slice(0, 3));
    }
  }
  assert.deepEqual(found, new Set(["old", "new"]));
});

test("[J11] once it is replaced, the new one stays", async () => {
  for (let seed = 0; seed < 40; seed++) {
    let state = seed;
    const disk = await diskWith(OLD, (below) => (state = (state * 31 + 17) % 5003) % below);
    await replaceFile(disk, FILE, NEW);
    assert.deepEqual(disk.afterPowerLoss().readFile(FILE), NEW);
  }
});
