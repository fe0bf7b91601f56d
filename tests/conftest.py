"""What all tests share: how property tests draw their examples.

In continuous integration the same examples are drawn every time, so that a change is judged by
what it changed; elsewhere each run draws new ones, and what it finds becomes a case. There is no
deadline: a slow machine is no wrong answer.
"""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "search")
