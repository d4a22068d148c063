import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { COSEALG } from "@simplewebauthn/server/helpers";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { PasskeySite, PasskeyTerms } from "@jointfund/core/charter/passkey-terms.ts";
import { algorithmOfSpki, type Passkey } from "@jointfund/core/governance/passkey.ts";
import { RequestProblem } from "../http/problem.ts";
import { spkiOfCose } from "./cose-key.ts";

/** How long a browser has to answer what it was asked to make. */
const ANSWER_MS = 5 * 60_000;
/** Registrations that may be under way; the oldest goes when there are more. */
const UNDER_WAY = 1_000;

const ALGORITHMS = [COSEALG.ES256, COSEALG.EdDSA];

type Asked = { readonly challenge: string; readonly site: PasskeySite; readonly until: number };

/** A passkey as an act enrols it, and whether its maker's devices may copy it. */
export type Registered = { readonly passkey: Passkey; readonly synced: boolean };

/**
 * Asks browsers for new passkeys and reads what they give. Nothing of it is on record: an act
 * enrols the key, and the rules take its own signatures as proof, not this office's word.
 */
export class RegistrationDesk {
  readonly #underWay = new Map<string, Asked>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What a browser on a page of that origin is asked to make for an officer. */
  async ask(
    subject: string,
    officer: string,
    { terms, origin, title }: { terms: PasskeyTerms; origin: string; title: string },
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const site = terms.sites.find(({ origins }) => origins.includes(origin));
    if (site === undefined) throw new RequestProblem("passkey_page_wrong", [origin]);
    const options = await generateRegistrationOptions({
      ...{ rpID: site.id, rpName: title, userName: officer, userDisplayName: officer },
      attestationType: "none",
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      supportedAlgorithmIDs: ALGORITHMS,
      timeout: ANSWER_MS,
    });
    const until = this.#now() + ANSWER_MS;
    this.#underWay.delete(subject);
    this.#underWay.set(subject, { challenge: options.challenge, site, until });
    const [oldest] = this.#underWay.keys();
    if (this.#underWay.size > UNDER_WAY && oldest !== undefined) this.#underWay.delete(oldest);
    return options;
  }

  /** The passkey that the browser has made; whoever answers gets one try. */
  async take(subject: string, answer: RegistrationResponseJSON): Promise<Registered> {
    const asked = this.#underWay.get(subject);
    this.#underWay.delete(subject);
    if (asked === undefined || asked.until < this.#now()) {
      throw new RequestProblem("registration_not_asked");
    }
    const { site, challenge } = asked;
    const verified = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: [...site.origins],
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch((failure: unknown) => {
      const said = failure instanceof Error ? failure.message : String(failure);
      throw new RequestProblem("registration_wrong", [said]);
    });
    const { registrationInfo } = verified;
    if (registrationInfo === undefined) throw new RequestProblem("registration_wrong", [""]);
    const { credential, credentialDeviceType } = registrationInfo;
    const spki = spkiOfCose(credential.publicKey);
    const algorithm = spki === undefined ? undefined : algorithmOfSpki(spki);
    if (spki === undefined || algorithm === undefined) {
      throw new RequestProblem("registration_wrong", ["algorithm"]);
    }
    const credentialId = base64Encode(new Uint8Array(Buffer.from(credential.id, "base64url")));
    const passkey = { algorithm, spki: base64Encode(spki), credentialId, site: site.id };
    return { passkey, synced: credentialDeviceType === "multiDevice" };
  }
}
