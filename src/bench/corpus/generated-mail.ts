/** A generated mail: what others need in order to answer it, and its text as it stands in a mailbox. */
export interface GeneratedMail {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly references: readonly string[];
  /** Unencoded lines of the body. */
  readonly body: readonly string[];
  /** Header and body as mail, without the line that separates the mails of a mailbox. */
  readonly text: string;
}
