"""Every block an editor can choose shows what it is, in Wagtail's chooser and in ours."""

from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from tests.conventions.sources import OURS


def blocks_to_choose():
    """Each block of each body of our pages, by where it stands."""
    for model in get_page_models():
        for field in model._meta.get_fields():
            if model._meta.app_label in OURS and isinstance(field, StreamField):
                for name, block in children(field.stream_block):
                    yield f"{model.__name__}.{field.name}.{name}", block


def children(stream: StreamBlock):
    for name, block in stream.child_blocks.items():
        yield name, block
        if isinstance(block, StreamBlock):
            yield from children(block)


def test_there_are_blocks_to_look_at():
    assert len(list(blocks_to_choose())) > 5


def test_each_block_has_a_preview():
    assert [where for where, block in blocks_to_choose() if not block.is_previewable] == []


def test_each_block_has_a_description():
    assert [where for where, block in blocks_to_choose() if not block.get_description()] == []
