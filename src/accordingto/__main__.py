"""``python -m accordingto`` is the same as the command ``accordingto``."""

from accordingto.cli.main import main

if __name__ == "__main__":
    main()
