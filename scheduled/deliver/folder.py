"""The folder: each edition as one file a format. Writing it twice writes the same bytes."""

from pathlib import Path

from catalogue.datafolder.roadmaps import write_whole
from catalogue.editions.render.frame import EXTENSION
from catalogue.errors import InputError, JobError
from scheduled.deliver.parcel import Parcel


def send_to_folder(folder: Path, parcel: Parcel) -> None:
    """Write every rendering; each file is there whole or not at all."""
    for form, text in parcel.texts.items():
        try:
            write_whole(folder / f"{parcel.edition_id}.{EXTENSION[form]}", text)
        except InputError as error:
            raise JobError(str(error)) from error
