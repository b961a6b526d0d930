"""read_mailbox.py FILE: reads every message of a mailbox with Python's mailbox and email, with its decoded text."""

import json
import mailbox
import resource
import sys
import time
from email import message_from_binary_file, policy

FIELDS = ("From", "Date", "Subject", "Message-ID", "In-Reply-To", "References")


def text_of(message):
    characters = 0
    for part in message.walk():
        if part.get_content_maintype() == "text":
            try:
                characters += len(part.get_content())
            except (LookupError, UnicodeError):
                characters += len(part.get_payload(decode=True))
    return characters


def main(file):
    began, before = time.perf_counter(), time.process_time()
    messages = characters = 0
    box = mailbox.mbox(file, factory=lambda handle: message_from_binary_file(handle, policy=policy.default))
    for message in box:
        messages += 1
        for field in FIELDS:
            characters += len(str(message[field] or ""))
        characters += text_of(message)
    print(
        json.dumps(
            {
                "data": {"messages": messages, "characters": characters, "plain": 0},
                "seconds": time.perf_counter() - began,
                "processor": time.process_time() - before,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
        )
    )


main(sys.argv[1])
