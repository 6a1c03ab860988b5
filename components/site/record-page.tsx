import { Policy } from "./policy"

/** What the record is, how to check it, and what it does not prove. `witnesses`: who else keeps its heads, by host. */
export const RecordPage = ({ witnesses }: { witnesses: readonly string[] }) => (
  <Policy heading="The record" over="How to check us">
    <p>
      Whenever we publish, update, correct or withdraw a story, an entry about it is added to a record that can only
      grow. The entries are hashed into one tree (RFC 9162), and the head of the tree is signed. Whoever keeps a head
      can see later that nothing before it was changed, taken out or put in.
    </p>
    <h2>Check a story</h2>
    <p>
      Every version of a story has a proof: add <code>/proof.json</code> to its address, or choose “Check” in its
      history. <a href="/record/check">Your browser can check it</a>, or <a href="/record/verify.mjs">one file</a> on
      your own machine, without a network: <code>node verify.mjs proof.json --keys keys.json</code>, where the keys are
      those that you kept from <a href="/.well-known/standfirst-record.json">our list</a> on an earlier day. A key that
      follows another is signed by both.
    </p>
    <h2>What it proves</h2>
    <ul>
      <li>That these words are those that we published as this version, at the time that the record names.</li>
      <li>That the record you see today began as the record that you, or anybody, kept a head of.</li>
    </ul>
    <h2>What it does not prove</h2>
    <ul>
      <li>That what we wrote is true.</li>
      <li>
        The time, by itself: it is our clock's. A head that somebody else kept shows that we had the entry by then.
      </li>
      <li>
        That everybody is shown the same record, as long as nobody compares. So heads are for keeping: the newest is at{" "}
        <a href="/record/head.json">/record/head.json</a>, and all of them follow one another from{" "}
        <a href="/record/heads/0">/record/heads/0</a> on.
        {witnesses.length > 0 && ` We send each of them to others, too, who keep them: ${witnesses.join(", ")}.`}
      </li>
      <li>
        Anything of what was never public: of what happens within the newsroom it has hashes that nobody can open.
      </li>
    </ul>
    <h2>For machines</h2>
    <p>
      Keys, old ones too: <a href="/.well-known/standfirst-record.json">/.well-known/standfirst-record.json</a>. An
      entry: <code>/record/entries/0</code>. That a larger record began as a smaller one:{" "}
      <code>/record/consistency/1/2</code>. Entries hold no words: each part of a text stands there as a salted SHA-256,
      which the proof opens. Where the law has us erase a text, its salt goes with it, and the tree stays whole.
    </p>
  </Policy>
)
