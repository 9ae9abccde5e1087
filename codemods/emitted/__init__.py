"""Helper functions that are written into migrated files: here they are real code, linted and tested.

The rules that make that possible (tests/test_emitted.py checks them):

- A helper is one top-level function whose name starts with an underscore, or a module-level constant in capitals
  that a helper uses. Its source text, as it stands here, is what the user gets; so it reads well on its own: a
  one-line docstring, no annotations, Python 3.8 syntax, only boto3, botocore and the standard library.
- It may call other helpers by their bare names, and use what its module imports; both are found by reading the names
  that the function uses, and go along. Imports stand at the top of the module, one name each, and are absolute.
- After what stands for the receiver, the signature is boto 2's, parameter by parameter, with boto 2's defaults, so
  that a call with `**kwargs` goes over unchanged and so that tests can compare the two.
- Objects are in the form that the catalog names: a connection is a client, a bucket its name, all else a dict with
  botocore's member names. A key is `{"Bucket": name, "Key": name}` plus the members of the response it came from.
"""
