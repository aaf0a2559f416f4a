"""The command line: one function a command."""


def main() -> None:
    """Run the command named on the command line."""
