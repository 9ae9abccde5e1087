"""What depends on the meaning of names, once the text parses: one small module for each idea, in this
order.
"""

from __future__ import annotations

from codemods.modernise.module import Rule
from codemods.modernise.rules.attributes import function_attributes, membership_methods
from codemods.modernise.rules.builtin_names import builtin_names
from codemods.modernise.rules.classes import metaclasses, next_calls, special_methods
from codemods.modernise.rules.exceptions import exception_items
from codemods.modernise.rules.execution import default_encoding, in_functions
from codemods.modernise.rules.files import file_modes, parser_files
from codemods.modernise.rules.iteration import dict_iterators, lists
from codemods.modernise.rules.leaks import comprehension_names, except_names
from codemods.modernise.rules.modules import moved_modules
from codemods.modernise.rules.numbers import integer_division, rounding
from codemods.modernise.rules.object_contents import byte_buffers, byte_files, compared_contents, contents_as_text
from codemods.modernise.rules.ordering import comparisons, sort_functions
from codemods.modernise.rules.reading import evaluated_input
from codemods.modernise.rules.removed import removed_names
from codemods.modernise.rules.siblings import explicit_siblings
from codemods.modernise.rules.string_functions import string_functions
from codemods.modernise.rules.text_bytes import meetings, stream_writers
from codemods.modernise.rules.unittest_names import assertions, counted_items

MARKERS: tuple[Rule, ...] = (
    default_encoding,
    string_functions,
    moved_modules,
    builtin_names,
    dict_iterators,
    membership_methods,
    counted_items,
)
"""Rules that change only what cannot be meant for Python 3: a file in which one of them finds work is
Python 2.
"""

RULES: tuple[Rule, ...] = (
    lists,  # while range is not what xrange was, nor map what imap was
    evaluated_input,  # before raw_input becomes input
    default_encoding,  # before reload becomes importlib.reload
    explicit_siblings,  # before a sibling could be taken for a module of the library
    removed_names,
    string_functions,
    moved_modules,
    builtin_names,
    dict_iterators,
    file_modes,
    parser_files,
    special_methods,
    next_calls,
    metaclasses,
    function_attributes,
    membership_methods,
    sort_functions,
    comparisons,
    exception_items,
    except_names,
    comprehension_names,
    integer_division,
    rounding,
    in_functions,
    counted_items,
    assertions,
    byte_buffers,  # before what they hold is compared
    contents_as_text,
    byte_files,
    compared_contents,
    meetings,
    stream_writers,
)
