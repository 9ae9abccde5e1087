"""The subcommands: each module adds its parser and runs it. No logic of the migration lives here."""
