"""What does `python -m negotrack` do? What the command does."""

import sys

from negotrack.cli import main

sys.exit(main())
