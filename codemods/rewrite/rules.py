"""All rules for expressions, by the kind of node: one explicit table."""

from __future__ import annotations

import ast

from codemods.rewrite.asserted import asserted_call, connector_of_double
from codemods.rewrite.class_names import class_name
from codemods.rewrite.configured import absorbed_setting
from codemods.rewrite.credentials import provided
from codemods.rewrite.error_looks import (
    compared_class_name,
    error_argument,
    error_class_name,
    error_kind,
    error_subclass,
    errors_as_keys,
    named_error_member,
)
from codemods.rewrite.error_names import error_dict, error_member
from codemods.rewrite.error_patterns import matched_text
from codemods.rewrite.error_texts import error_text
from codemods.rewrite.error_values import first_error, made_error, stored_error
from codemods.rewrite.errors import exception_class, exception_tuple
from codemods.rewrite.feature_tests import feature_test, listed_feature
from codemods.rewrite.identity import compared_keys, hashed
from codemods.rewrite.loggers import logger_keywords, named_logger, unclear_logger
from codemods.rewrite.moto import moto_mock
from codemods.rewrite.optional import tested_import
from codemods.rewrite.patches import patched_object, patched_text
from codemods.rewrite.providers import provider_header, provider_kept
from codemods.rewrite.render import Rule
from codemods.rewrite.replacements import replaced_connector
from codemods.rewrite.shared_headers import shared_headers
from codemods.rewrite.sites_calls import function_call, method_call
from codemods.rewrite.sites_formats import formatted_members, forwarded_format
from codemods.rewrite.sites_handed import closed_at_end
from codemods.rewrite.sites_local import changed_by_method
from codemods.rewrite.sites_names import named_member
from codemods.rewrite.sites_processes import to_process
from codemods.rewrite.sites_protocols import asserted_in, contains, is_instance, item, length, represented
from codemods.rewrite.sites_reads import attribute, boto_name, getter
from codemods.rewrite.sites_represented import represented_text
from codemods.rewrite.sites_stores import stored_attribute, stored_item
from codemods.rewrite.specs import unspecified
from codemods.rewrite.times import parsed_time

EXPRESSION_RULES: dict[type[ast.AST], tuple[Rule, ...]] = {
    ast.Call: (
        hashed,
        to_process,
        parsed_time,
        patched_object,
        asserted_call,
        unspecified,
        absorbed_setting,
        matched_text,
        unclear_logger,
        logger_keywords,
        error_kind,
        error_subclass,
        is_instance,
        feature_test,
        named_member,
        formatted_members,
        forwarded_format,
        named_error_member,
        error_member,
        error_text,
        made_error,
        getter,
        length,
        represented,
        closed_at_end,
        asserted_in,
        changed_by_method,
        shared_headers,
        method_call,
        function_call,
    ),
    ast.Attribute: (
        stored_attribute,
        stored_error,
        error_class_name,
        class_name,
        error_dict,
        exception_class,
        moto_mock,
        provider_header,
        provider_kept,
        provided,
        tested_import,
        connector_of_double,
        attribute,
    ),
    ast.Lambda: (replaced_connector,),
    ast.Name: (exception_class, moto_mock, tested_import, boto_name),
    ast.Compare: (listed_feature, contains, compared_keys),
    ast.Subscript: (hashed, error_argument, first_error, stored_item, item),
    ast.Set: (hashed,),
    ast.SetComp: (hashed,),
    ast.Dict: (hashed, errors_as_keys),
    ast.DictComp: (hashed,),
    ast.Tuple: (exception_tuple,),
    ast.Constant: (patched_text, compared_class_name, named_logger, represented_text),
}
"""Tried in order; the first that gives code wins."""
